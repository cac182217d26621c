"""What the real KubeSpawner makes of a hub's values for each of some people. Input and output are JSON; see profiles.test.ts."""
import asyncio
import json
import logging
import sys
from types import SimpleNamespace

import kubespawner.spawner
from jupyterhub import orm
from jupyterhub.user import User
from kubespawner import KubeSpawner
from tornado.web import HTTPError
from traitlets.config import Config

# no cluster is asked: only what would be sent to one is looked at
kubespawner.spawner.load_config = lambda **_: None
kubespawner.spawner.shared_client = lambda _: None


def configured(values):
    """As the chart's jupyterhub_config.py does it, for what servers ask for and where they go."""

    def get_config(path, default=None):
        at = values
        for key in path.split("."):
            if not isinstance(at, dict) or key not in at:
                return default
            at = at[key]
        return at

    c = Config()
    for trait, path in {
        "mem_guarantee": "memory.guarantee", "mem_limit": "memory.limit", "cpu_guarantee": "cpu.guarantee", "cpu_limit": "cpu.limit",
        "extra_resource_guarantees": "extraResource.guarantees", "extra_resource_limits": "extraResource.limits",
        "node_selector": "nodeSelector", "profile_list": "profileList", "start_timeout": "startTimeout",
    }.items():
        if (value := get_config(f"singleuser.{path}")) is not None:
            c.KubeSpawner[trait] = value
    c.KubeSpawner.tolerations = get_config("scheduling.userPods.tolerations", []) + get_config("singleuser.extraTolerations", [])
    for _, code in sorted(get_config("hub.extraConfig", {}).items()):
        exec(code, {"c": c, "get_config": get_config})
    return c


async def looked_at(config, db, person):
    groups = [orm.Group.find(db, name) or orm.Group(name=name) for name in person["groups"]]
    db.add_all(groups)
    row = orm.User(name=person["name"], groups=groups)
    db.add(row)
    db.commit()
    hub = SimpleNamespace(public_host="", url="http://hub/", base_url="/hub/", api_url="http://hub/api")
    try:
        spawner = KubeSpawner(config=config, user=User(row, {}, db=db), hub=hub, orm_spawner=None, log=logging.getLogger("quiet"))
        spawner.user_options = person["options"]
        form = await spawner.get_options_form()
        await spawner.load_user_options()
        spec = (await spawner.get_pod_manifest()).to_dict()["spec"]
    except HTTPError as error:
        return {"status": error.status_code, "message": error.log_message}
    except ValueError as error:
        return {"refused": str(error)}
    container = spec["containers"][0]
    return {
        "form": form, "image": container["image"], "resources": container["resources"].to_dict() if hasattr(container["resources"], "to_dict") else container["resources"],
        "nodeSelector": spec["node_selector"], "tolerations": [t["key"] for t in spec["tolerations"] or []],
    }


async def main():
    given = json.load(sys.stdin)
    config = configured(given["values"])
    db = orm.new_session_factory("sqlite:///:memory:")()
    logging.getLogger("quiet").setLevel(logging.CRITICAL)
    json.dump([await looked_at(config, db, person) for person in given["people"]], sys.stdout)


asyncio.run(main())
