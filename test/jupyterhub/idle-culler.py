"""One pass of jupyterhub-idle-culler: API url and JSON options as arguments, the token in JUPYTERHUB_API_TOKEN."""
import asyncio
import json
import os
import sys

from jupyterhub_idle_culler import cull_idle

asyncio.run(cull_idle(sys.argv[1], os.environ["JUPYTERHUB_API_TOKEN"], **json.loads(sys.argv[2])))
