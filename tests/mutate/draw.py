"""Finds the places of a file where a small fault can be put, and what it would be.

A fault is one edit of the text. C++ is read as tokens, with comments and the prose of a rule left out;
TOML line by line. What does not compile afterwards is no fault, the caller draws another one.
"""
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    path: str
    begin: int
    end: int
    new: str
    kind: str

    def line(self, text):
        return text.count("\n", 0, self.begin) + 1

    def applied(self, text):
        return text[: self.begin] + self.new + text[self.end :]

    def shown(self, text):
        """The line before and after, each without its indentation."""
        start = text.rfind("\n", 0, self.begin) + 1
        end = text.find("\n", self.end)
        end = len(text) if end < 0 else end
        was = " ".join(text[start:end].split())
        now = " ".join((text[start : self.begin] + self.new + text[self.end : end]).split())
        return was, now


TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|^[ ]*\#[^\n]*)
      |(?P<raw>R"\((?:.*?)\)")
      |(?P<text>"(?:\\.|[^"\\\n])*")
      |(?P<char>'(?:\\.|[^'\\\n])+')
      |(?P<number>\d[\w']*(?:\.\d+)?)
      |(?P<word>[A-Za-z_]\w*)
      |(?P<mark><=>|<<=|>>=|->|::|&&|\|\||[=!<>+\-*/%&|^]=|\+\+|--|<<|>>|.)""",
    re.S | re.M | re.X,
)
OPENS, CLOSES = "([{", ")]}"
ENDS_OPERAND = {"&&", "||", "?", ":", ",", ";", "=", "return", "{", "}", "case", "+=", "-=", "|=", "&=", "co_return"}
COMPARED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
# What a rule tells a person about itself: judged by reading, not by running.
PROSE = re.compile(r"\.(?:summary|why|references|bad|good)\s*=")


@dataclass
class Token:
    kind: str
    text: str
    begin: int
    end: int
    match: int = -1  # index of the bracket that belongs to it


def tokens_of(text):
    tokens, open_ = [], []
    for found in TOKEN.finditer(text):
        if found.lastgroup == "skip":
            continue
        token = Token(found.lastgroup, found.group(), found.start(), found.end())
        tokens.append(token)
        if token.text in OPENS and token.kind == "mark":
            open_.append(len(tokens) - 1)
        elif token.text in CLOSES and token.kind == "mark" and open_:
            token.match = open_.pop()
            tokens[token.match].match = len(tokens) - 1
    return tokens


def prose_ranges(text, tokens):
    """Fields of a rule that hold prose: from their name to the comma that ends them."""
    ranges = []
    for found in PROSE.finditer(text):
        depth = 0
        for token in tokens:
            if token.begin < found.end():
                continue
            if token.kind == "mark" and token.text in OPENS:
                depth += 1
            elif token.kind == "mark" and token.text in CLOSES:
                depth -= 1
            if depth < 0 or (depth == 0 and token.text == ","):
                ranges.append((found.start(), token.begin))
                break
    return ranges


def operand(tokens, at, step):
    """From the operator at `at`, the range of tokens of its operand to the right (1) or left (-1)."""
    i = at + step
    first = last = None
    while 0 <= i < len(tokens):
        token = tokens[i]
        if token.kind == "mark" and token.text in (OPENS if step > 0 else CLOSES) and token.match >= 0:
            i = token.match
        elif (token.kind == "mark" and token.text in OPENS + CLOSES) or token.text in ENDS_OPERAND:
            break
        first = i if first is None else first
        last = i
        i += step
    if last is None:
        return None
    low, high = min(first, last, at + step), max(first, last, at + step)
    return (tokens[low].begin, tokens[high].end)


def saves_time(tokens, at):
    """`if (!lint.describing()) return;`: what follows only makes text that nobody asked for."""
    return [token.text for token in tokens[max(0, at - 4) : at]] == ["describing", "(", ")", ")"]


def cpp_faults(path, text):
    tokens = tokens_of(text)
    prose = prose_ranges(text, tokens)
    faults = []

    def add(begin, end, new, kind):
        if not any(a <= begin < b for a, b in prose):
            faults.append(Fault(path, begin, end, new, kind))

    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        spaced = text[token.begin - 1 : token.begin].isspace() and text[token.end : token.end + 1].isspace()
        if token.text == "if" and after and after.text == "(" and after.match > 0:
            inside = text[after.end : tokens[after.match].begin]
            begin = after.end
            if ";" in inside:
                begin += inside.rindex(";") + 1
            elif re.match(r"\s*(?:const )?[\w:<>,*& ]+[ *&]\w+ = ", inside):
                continue
            add(begin, tokens[after.match].begin, f"!({text[begin:tokens[after.match].begin].strip()})", "negation")
        elif token.text in COMPARED and token.kind == "mark" and spaced:
            add(token.begin, token.end, COMPARED[token.text], "comparison")
        elif token.text in ("&&", "||") and spaced:
            right = operand(tokens, i, 1)
            left = operand(tokens, i, -1)
            if right:
                add(token.begin, right[1], "", "dropped operand")
            if left:
                add(left[0], token.end, "", "dropped operand")
        elif token.text == "!" and after and before and before.text not in (")", "]") and before.kind != "word":
            add(token.begin, token.end, "", "negation")
        elif token.text in ("+", "-") and spaced and '"' not in text[token.begin - 2 : token.end + 2]:
            add(token.begin, token.end, "-" if token.text == "+" else "+", "arithmetic")
        elif token.text == "return" and after:
            if after.text in ("true", "false") and tokens[i + 2].text == ";":
                add(after.begin, after.end, "false" if after.text == "true" else "true", "return")
            elif after.text == ";" and not saves_time(tokens, i):
                add(token.begin, token.end, "", "return")
        elif token.text == "continue" and after and after.text == ";":
            add(token.begin, token.end, "", "return")
        elif token.text in ("true", "false") and before and before.text in ("=", "{", ",", "("):
            add(token.begin, token.end, "false" if token.text == "true" else "true", "constant")
        elif token.kind == "number" and re.fullmatch(r"[\d']+u?", token.text):
            value = int(token.text.rstrip("u").replace("'", ""))
            if not re.search(r"\b(?:case|enum)\b[^;\n]*$", text[max(0, token.begin - 80) : token.begin]):
                add(token.begin, token.end, str(value + 1), "constant")
        elif token.kind == "text" and len(token.text) > 2 and "{" not in token.text:
            letters = [k for k in range(1, len(token.text) - 1) if token.text[k].isalpha() and token.text[k - 1] != "\\"]
            if letters:
                k = letters[len(letters) // 2]
                other = "q" if token.text[k] != "q" else "z"
                add(token.begin + k, token.begin + k + 1, other, "constant")
        elif token.kind == "text" and "{" in token.text and len(token.text) > 6:
            k = next((k for k in range(1, len(token.text) - 2) if token.text[k] == " "), None)
            if k:
                add(token.begin + k, token.begin + k + 1, " not ", "message")
        elif token.kind == "char" and len(token.text) == 3 and token.text[1].isalnum():
            add(token.begin + 1, token.begin + 2, chr(ord(token.text[1]) + 1), "constant")
        elif token.text == "::" and before and before.text in ("Level", "Confidence", "Profile") and after:
            others = {"error": "warning", "warning": "info", "info": "warning", "high": "medium", "medium": "low",
                      "low": "medium", "core": "recommended", "recommended": "strict", "strict": "recommended"}
            if after.text in others:
                add(after.begin, after.end, others[after.text], "level")
        elif token.text == "{" and token.match > 0 and before and before.text in (",", "{"):
            closing = tokens[token.match]
            if closing.match >= 0 and "\n" not in text[token.begin : closing.end] and token.match - i > 2:
                end = closing.end
                if text[end : end + 1] == ",":
                    add(token.begin, end + 1, "", "table entry")
        elif token.text == "case":
            colon = next((k for k in range(i, min(i + 6, len(tokens))) if tokens[k].text == ":"), None)
            if colon and (before.text == ":" or tokens[colon + 1].text == "case"):
                add(token.begin, tokens[colon].end, "", "table entry")
        elif token.text == "," and before and before.kind in ("text", "number") and after and after.kind == before.kind:
            add(before.begin, token.end, "", "table entry")
    return faults


LEVELS = {"error": "warning", "warning": "info", "info": "warning", "high": "medium", "medium": "low",
          "low": "medium", "core": "recommended", "recommended": "strict", "strict": "core"}
# Keys whose value is prose or a name that nothing but a person reads.
TOML_PROSE = {"why", "summary", "source", "url", "id", "tags"}


def toml_faults(path, text):
    faults = []
    table, key, at = "", "", 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        header = re.match(r"\s*\[\[?([\w.-]+)\]?\]", line)
        if header and "=" not in line:
            table, key = header.group(1), ""
            continue
        found = re.match(r"([\w-]+)\s*=\s*", line)
        if found:
            key = found.group(1)
        if table == "rule.test" or key in TOML_PROSE or line.lstrip().startswith("#"):
            continue
        if key == "name" and table == "rule":
            continue
        body = line.split(" # ")[0]
        offset = found.end() if found else 0

        def add(begin, end, new, kind):
            faults.append(Fault(path, start + begin, start + end, new, kind))

        strings = list(re.finditer(r'"((?:\\.|[^"\\])*)"', body))
        if key in ("severity", "confidence", "profile") and strings:
            word = strings[0]
            if word.group(1) in LEVELS:
                add(word.start(1), word.end(1), LEVELS[word.group(1)], "level")
            continue
        in_texts = [(s.start(), s.end()) for s in strings]
        inside = lambda k: any(a <= k < b for a, b in in_texts)
        for number in re.finditer(r"(?<![\w.])\d+(?![\w.])", body):
            if not inside(number.start()):
                add(number.start(), number.end(), str(int(number.group()) + 1), "number")
        for word in re.finditer(r"\b(true|false)\b", body):
            if not inside(word.start()) and word.start() >= offset:
                add(word.start(), word.end(), "false" if word.group() == "true" else "true", "flag")
        for string in strings:
            letters = [k for k in range(string.start(1), string.end(1)) if body[k].isalpha()]
            if not letters or string.start() < offset:
                continue
            k = letters[len(letters) // 2]
            add(k, k + 1, "q" if body[k].lower() != "q" else "z", "text" if key in ("message", "help") else "label")
        # An element of a list, with the comma behind it.
        for element in re.finditer(r'(?:"(?:\\.|[^"\\])*"|(?<=[\[ ])\d+|\{[^{}]*\})\s*,\s*', body):
            before = body[: element.start()].rstrip()
            depth = before.count("[") - before.count("]")
            if depth > 0 and before[-1:] in ("[", ",") and not inside(element.start() - 1):
                kind = "profile" if key == "profiles" else "except" if key == "except" else "element"
                add(element.start(), element.end(), "", kind)
        last = re.search(r',\s*("(?:\\.|[^"\\])*"|\d+)\s*\]', body)
        if last and not inside(last.start()):
            add(last.start(), last.end(1), "", "profile" if key == "profiles" else "element")
        if key == "except" and found and body.count("[") == body.count("]"):
            add(0, len(body.rstrip()), "", "except")
        stripped = body.strip()
        if not found and stripped.startswith("{") and stripped.endswith("},"):
            add(0, len(body.rstrip()), "", "except" if key == "except" else "element")
    return faults


def faults_of(path, text):
    return toml_faults(path, text) if path.endswith(".toml") else cpp_faults(path, text)
