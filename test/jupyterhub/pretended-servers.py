"""Run after the settings of a jupyterhub_config.py: servers that are one page of the hub's own process, and an address that sets their times.

Everything but the servers is real, and dozens of them start within a second.
"""
import json
from datetime import datetime

from jupyterhub import orm
from jupyterhub.apihandlers.base import APIHandler
from jupyterhub.spawner import Spawner
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

started = {}


class Page(RequestHandler):
    def get(self):
        self.finish("here")


def port_of_page():
    if "port" not in started:
        (socket,) = bind_sockets(0, "127.0.0.1")
        HTTPServer(Application([(".*", Page)])).add_sockets([socket])
        started["port"] = socket.getsockname()[1]
    return started["port"]


class PretendedSpawner(Spawner):
    runs = False

    async def start(self):
        self.runs = True
        return "127.0.0.1", port_of_page()

    async def stop(self, now=False):
        self.runs = False

    async def poll(self):
        return None if self.runs else 0


def time(text):
    """The hub keeps times as UTC without a time zone."""
    return text and datetime.fromisoformat(text).replace(tzinfo=None)


class Times(APIHandler):
    """PUT {user: {created, lastActivity, servers: {name: {started, lastActivity}}}}"""

    def put(self):
        if self.current_user is None:
            self.set_status(403)
            return
        for name, user in json.loads(self.request.body).items():
            row = orm.User.find(self.db, name)
            row.created, row.last_activity = time(user["created"]), time(user["lastActivity"])
            for server, times in user["servers"].items():
                spawner = row.orm_spawners[server]
                spawner.started, spawner.last_activity = time(times["started"]), time(times["lastActivity"])
        self.db.commit()
        self.set_status(204)


c.JupyterHub.spawner_class = PretendedSpawner
c.JupyterHub.extra_handlers = [("/api/pretended-times", Times)]
# what the proxy saw would come over the times that were set
c.JupyterHub.last_activity_interval = 86400
