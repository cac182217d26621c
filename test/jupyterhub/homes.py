"""What the real KubeSpawner deletes in the cluster when an account or a server goes. Input and output are JSON; see people.test.ts."""
import asyncio
import json
import logging
import sys
from types import SimpleNamespace

import kubespawner.spawner
from jupyterhub import orm
from jupyterhub.user import User
from kubespawner import KubeSpawner
from traitlets.config import Config

# what would be asked of a cluster is only noted
deleted = []
kubespawner.spawner.load_config = lambda **_: None


async def delete_claim(name, namespace):
    deleted.append(name)


kubespawner.spawner.shared_client = lambda _: SimpleNamespace(delete_namespaced_persistent_volume_claim=delete_claim)


async def main():
    given = json.load(sys.stdin)
    db = orm.new_session_factory("sqlite:///:memory:")()
    logging.getLogger("quiet").setLevel(logging.CRITICAL)
    row = orm.User(name="ada")
    db.add(row)
    db.commit()
    hub = SimpleNamespace(public_host="", url="http://hub/", base_url="/hub/", api_url="http://hub/api")
    seen = []
    for case in given:
        deleted.clear()
        server = orm.Spawner(name=case["server"])
        spawner = KubeSpawner(config=Config({"KubeSpawner": case["config"]}), user=User(row, {}, db=db), hub=hub, orm_spawner=server, log=logging.getLogger("quiet"))
        await spawner.delete_forever()
        seen.append(list(deleted))
    json.dump(seen, sys.stdout)


asyncio.run(main())
