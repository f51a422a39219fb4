import json, os

def read(count):
    data = bytearray()
    while len(data) < count:
        more = os.read(0, min(1 << 16, count - len(data)))
        if not more:
            os._exit(0)
        data += more
    return bytes(data)

given = json.loads(read(int.from_bytes(read(4), "big")))
notebook, server = {"__name__": "leibniz"}, {"__name__": "leibniz"}
for space, files in ((notebook, given["shared"]), (server, given["own"])):
    for name, text in files:
        exec(compile(text, "leibniz/" + name, "exec", dont_inherit=True), space)
    if space is notebook:
        for name in "OUT STAND_INS only_stand_in_for open_session run_block start_forked warm".split():
            server[name] = notebook[name]
server["main"](given["settings"])
