"""The reader: asks a model of the candidate's own for remarks, and keeps only those that can be pointed at."""

from .address import BadAddress, Endpoint, endpoint
from .codes import CODES, STRENGTHS
from .mask import Masked, mask
from .message import Asked, Message, messages
from .reading import Drop, ModelReading, ModelRemark, Trouble
from .remarks import remarks

__all__ = [
    "CODES",
    "STRENGTHS",
    "Asked",
    "BadAddress",
    "Drop",
    "Endpoint",
    "Masked",
    "Message",
    "ModelReading",
    "ModelRemark",
    "Trouble",
    "endpoint",
    "mask",
    "messages",
    "remarks",
]
