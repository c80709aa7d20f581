# SPDX-License-Identifier: GPL-3.0-or-later
# Draws what `cclite state --json` tells as one frame, in the words of the
# supervisor's screen. Arguments: $clock, $title.

def padded($width): .[0:$width] | . + (" " * ([$width - length, 0] | max));
def right($width): (" " * ([$width - length, 0] | max)) + .;
def rule($text): "── " + $text + " " + ("─" * (76 - ($text | length)));
def span: ((. // 0) / 1000000 | floor) as $s
    | "\($s / 60 | floor):\(if $s % 60 < 10 then "0" else "" end)\($s % 60)";
def glyph: {available: "●", offered: "▲", talking: "■", hold: "■", acw: "◊",
            paused: "○", unavailable: "·", offline: "·"}[.] // " ";
def word: {available: "READY", offered: "RINGING", talking: "ON CALL",
           hold: "HOLD", acw: "WRAP-UP", paused: "PAUSED",
           unavailable: "NO PHONE", offline: "SIGNED OUT"}[.] // .;
def place: if .on_hold then "HOLD" elif .on_offer then "RING"
    else {ivr: "IVR", queue: "WAIT", talk: "TALK", transfer: "XFER",
          outside: "OUT", ended: "END"}[.place] // .place end;
def level: if . < 0 then "–" else "\(. / 10) %" end;

(.queues | map(.waiting) | add // 0) as $waiting
| (.queues | map(.longest_waiting_us) | max // 0) as $oldest
| (.agents | map(.state)) as $states
| [
    " cclite  Cockpit" + ($title | right(40)) + "   live   \($clock)",
    " Calls \(.contacts | length)  Waiting \($waiting)  Oldest "
        + (if $waiting > 0 then ($oldest | span) else "–" end)
        + "  Agents \(.agents | length):"
        + ([$states | group_by(.)[] | " \(length)\(.[0] | glyph)"] | add // ""),
    rule("1 Live calls"),
    "   State  Time   Agent           Caller                Queue",
    (.contacts[0:8][] | "   " + (place | padded(7))
        + (.for_us | span | right(5)) + "  " + (.agent | padded(16))
        + ((.caller // "hidden") | padded(22)) + (.queue | padded(14))),
    rule("2 Agents"),
    (.agents[0:8][] | " \(.state | glyph) " + (.label | padded(16))
        + (.state | word | padded(12)) + (.for_us | span | right(6))
        + "  " + (.queue // "")),
    rule("3 Queues"),
    "   Queue          Wait  Oldest  Ready  Answered  Abandoned  SLA",
    (.queues[] | "   " + ((if .label == "" then .name else .label end)
        | padded(14))
        + ("\(.waiting)" | right(5))
        + (if .waiting > 0 then (.longest_waiting_us | span) else "–" end
           | right(8))
        + ("\(.agents_available)" | right(7)) + ("\(.answered)" | right(10))
        + ("\(.abandoned)" | right(11)) + "  "
        + (.service_level_permille | level))
  ] | .[] | sub(" +$"; "")
