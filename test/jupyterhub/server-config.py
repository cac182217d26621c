"""Starts the Jupyter server as an image does, up to listening, and prints what it goes by. What it says of its configuration goes to stderr."""
import json
import sys

from jupyter_server.serverapp import ServerApp

app = ServerApp()
app.initialize(argv=["--allow-root", "--ServerApp.port=0", "--ServerApp.ip=127.0.0.1", *sys.argv[1:]])
kernels, terminals = app.kernel_manager, app.web_app.settings["terminal_manager"]
print(json.dumps({
    "kernels": {"timeout": kernels.cull_idle_timeout, "interval": kernels.cull_interval, "connected": kernels.cull_connected, "busy": kernels.cull_busy},
    "terminals": {"timeout": terminals.cull_inactive_timeout, "interval": terminals.cull_interval},
    "shutdown": app.shutdown_no_activity_timeout,
}))
