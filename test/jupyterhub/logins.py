"""What the real authenticators make of a hub's values. Input and output are JSON; see logins.test.ts."""
import asyncio
import json
import logging
import os
import sys
import tempfile
from types import SimpleNamespace

from jupyterhub.app import JupyterHub
from traitlets.config import Config

quiet = logging.getLogger("quiet")
quiet.addHandler(logging.NullHandler())
quiet.propagate = False


def configured(values):
    """As the chart's jupyterhub_config.py does it, for hub.config and hub.extraConfig."""

    def get_config(path, default=None):
        at = values
        for key in path.split("."):
            if not isinstance(at, dict) or key not in at:
                return default
            at = at[key]
        return at

    c = Config()
    for section, settings in get_config("hub.config", {}).items():
        if section in ("CryptKeeper", "ConfigurableHTTPProxy"):
            continue
        c[section].update({name: value for name, value in settings.items() if name != "cookie_secret"})
    for _, code in sorted(get_config("hub.extraConfig", {}).items()):
        exec(code, {"c": c, "get_config": get_config})
    return c


def plain(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    return getattr(value, "name", value)


async def looked_at(values, people):
    config = configured(values)
    app = JupyterHub(config=config, log=quiet)
    cls = app.authenticator_class
    traits = cls.class_traits(config=True)
    sections = {parent.__name__ for parent in cls.mro()}
    unknown = [f"{section}.{name}" for section in config for name in config[section]
               if section.endswith("Authenticator") and (section not in sections or name not in traits)]
    more = {"add_new_table": False} if "native" in cls.__module__ else {}
    authenticator = cls(config=config, log=quiet, **more)
    seen = {name: plain(getattr(authenticator, name)) for section in config if section.endswith("Authenticator") for name in config[section] if name in traits}
    # as JupyterHub does when it starts
    if authenticator.allowed_users and authenticator.admin_users:
        authenticator.allowed_users |= authenticator.admin_users
    authenticator.check_allow_config()
    names = []
    for person in people:
        model = {"name": None, "admin": None, "groups": person.get("groups"), "auth_state": {authenticator.user_auth_state_key: dict(person)}} if hasattr(authenticator, "user_auth_state_key") else {}
        name = authenticator.user_info_to_username(dict(person)) if hasattr(authenticator, "user_info_to_username") else person["name"]
        names.append(name)
    handlers = sorted(path for path, *_ in authenticator.get_handlers(SimpleNamespace(log=quiet, base_url="/hub/", hub=None)))
    typed = []
    for person in people:
        if "password" in person:
            result = await authenticator.get_authenticated_user(None, {"username": person["name"], "password": person["password"]})
            typed.append({"name": result["name"], "admin": bool(result["admin"])} if result else None)
    return {"class": cls.__name__, "unknown": unknown, "settings": seen, "names": names, "handlers": handlers, "anyAllowed": authenticator.any_allow_config, "typed": typed}


async def main():
    given = json.load(sys.stdin)
    os.chdir(tempfile.mkdtemp())
    json.dump([await looked_at(each["values"], each.get("people", [])) for each in given], sys.stdout)

    sys.stdout.flush()
    # an app that was never started does not end by itself
    os._exit(0)


asyncio.run(main())
