"""What the real KubeSpawner makes, configured by the official chart's own jupyterhub_config.py. Input: {"files": folder of it, "hubs": [{"values": the merged values, "profile": slug or null}]}."""
import asyncio
import json
import logging
import os
import runpy
import sys
from types import SimpleNamespace

import kubespawner.spawner
import tornado.httpclient
import traitlets.config
from jupyterhub import orm
from jupyterhub.user import User
from kubernetes_asyncio import client
from kubespawner import KubeSpawner
from traitlets.config import Config

# no cluster is asked: only what would be sent to one is looked at
kubespawner.spawner.load_config = lambda **_: None
kubespawner.spawner.shared_client = lambda _: None
# the hub's image has curl
tornado.httpclient.AsyncHTTPClient.configure = lambda *_, **__: None

given = json.load(sys.stdin)
stdout, sys.stdout = sys.stdout, sys.stderr
sys.path.insert(0, given["files"])
import z2jh  # noqa: E402

z2jh._get_config_value = lambda key: key
z2jh.get_secret_value = lambda key, default="x": "x" if default is not None else None
os.environ.update({"PROXY-API_SERVICE_PORT": "1", "PROXY_API_SERVICE_PORT": "1", "HUB_SERVICE_PORT": "1", "PROXY_HTTP_SERVICE_PORT": "1", "PROXY_PUBLIC_SERVICE_PORT": "1"})


async def pod(db, number, values, profile):
    c = Config()
    z2jh._load_config = lambda: values
    runpy.run_path(os.path.join(given["files"], "jupyterhub_config.py"), {"get_config": lambda: c})
    row = orm.User(name=f"person{number}")
    db.add(row)
    db.commit()
    hub = SimpleNamespace(public_host="", url="http://hub/", base_url="/hub/", api_url="http://hub/api")
    spawner = KubeSpawner(config=c, user=User(row, {}, db=db), hub=hub, orm_spawner=None, log=logging.getLogger("quiet"))
    spawner.user_options = {"profile": profile} if profile else {}
    await spawner.load_user_options()
    return client.ApiClient().sanitize_for_serialization(await spawner.get_pod_manifest())


async def main():
    db = orm.new_session_factory("sqlite:///:memory:")()
    logging.getLogger("quiet").setLevel(logging.CRITICAL)
    json.dump([await pod(db, number, **hub) for number, hub in enumerate(given["hubs"])], stdout)


asyncio.run(main())
