"""A collector for the processing log: a process of its own that reads requests by the official definition of OTLP.

Run as ``python verzamelaar.py PORT FILE``. It keeps each span it could read as one JSON line, and answers as FILE.antwoord
says, when that is there: a status, or ``deels`` for one that kept all but one.
"""

import base64
import http.server
import json
import sys
from pathlib import Path

from google.protobuf.json_format import MessageToDict, ParseDict
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

BESTAND = Path(sys.argv[2])
IDS = {"traceId": 16, "spanId": 8, "parentSpanId": 8}


def als_protobuf(waarde):
    """OTLP writes ids in hexadecimal where JSON of protobuf writes base64: the one exception that it makes."""
    if isinstance(waarde, list):
        return [als_protobuf(deel) for deel in waarde]
    if not isinstance(waarde, dict):
        return waarde
    for naam, lengte in IDS.items():
        if naam in waarde and len(bytes.fromhex(waarde[naam])) != lengte:
            raise ValueError(naam)
    return {
        naam: base64.b64encode(bytes.fromhex(deel)).decode() if naam in IDS else als_protobuf(deel)
        for naam, deel in waarde.items()
    }


class Verzamelaar(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        inhoud = self.rfile.read(int(self.headers["content-length"]))
        opdracht = Path(f"{BESTAND}.antwoord")
        antwoord = opdracht.read_text() if opdracht.exists() else ""
        try:
            verzoek = ParseDict(als_protobuf(json.loads(inhoud)), ExportTraceServiceRequest())
        except ValueError as fout:
            return self.zeg(400, {"fout": type(fout).__name__})
        if antwoord.isdigit():
            return self.zeg(int(antwoord), {})
        spans = [
            MessageToDict(span) for r in verzoek.resource_spans for s in r.scope_spans for span in s.spans
        ]
        with BESTAND.open("a") as bestand:
            bestand.writelines(json.dumps(span) + "\n" for span in spans[1 if antwoord == "deels" else 0 :])
        kant = ExportTraceServiceResponse()
        if antwoord == "deels":
            kant.partial_success.rejected_spans = 1
        return self.zeg(200, MessageToDict(kant))

    def zeg(self, status, lichaam):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(lichaam).encode())

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Verzamelaar).serve_forever()
