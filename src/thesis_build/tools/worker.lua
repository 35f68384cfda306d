-- One Pandoc process that answers many requests, so that its start is paid once.
-- It takes texts only, never a path of the project, and knows nothing of a thesis.
--
-- request:  OPERATION FORMAT LENGTH\n  then LENGTH bytes
-- answer:   STATUS LENGTH LENGTH\n     then the messages (JSON) and the text
--
-- operations: read   FORMAT text -> document in Pandoc's JSON
--             accept FORMAT text -> nothing: it is an error where Pandoc refuses the text
--             write  document in Pandoc's JSON -> FORMAT text
--             pack   the same for a FORMAT that is a file, such as docx
--             cite   document in Pandoc's JSON -> the same with citations and bibliography

local no_files = {} -- what a reader may open: nothing

local function read(format, text)
  return pandoc.write(pandoc.read(text, format, pandoc.ReaderOptions{}, no_files), "json")
end

local function accept(format, text)
  pandoc.read(text, format, pandoc.ReaderOptions{}, no_files)
  return ""
end

local function write(format, text)
  local options = pandoc.WriterOptions{
    html_math_method = "mathml", wrap_text = "none", email_obfuscation = "none",
  }
  return pandoc.write(pandoc.read(text, "json"), format, options)
end

-- A writer of files looks for images on the disk and in the network; only those inside the document are left to it.
local inside_only = {
  Image = function(image) if not image.src:match("^data:") then return image.caption end end,
  RawInline = function(raw) if raw.format:match("^html") then return {} end end,
  RawBlock = function(raw) if raw.format:match("^html") then return {} end end,
}

local function pack(format, text)
  return pandoc.write(pandoc.read(text, "json"):walk(inside_only), format)
end

local function cite(_, text)
  return pandoc.write(pandoc.utils.citeproc(pandoc.read(text, "json")), "json")
end

local operations = { read = read, accept = accept, write = write, pack = pack, cite = cite }

io.stdout:setvbuf("full")
for line in io.lines() do
  local operation, format, length = line:match("^(%S+) (%S+) (%d+)$")
  local text = length ~= "0" and io.read(tonumber(length)) or "" -- reading nothing would wait for more
  local answer
  local messages = pandoc.log.silence(function()
    answer = table.pack(pcall(operations[operation], format, text))
  end)
  local said = pandoc.json.encode(messages)
  local result = answer[1] and answer[2] or tostring(answer[2])
  io.write(answer[1] and "ok" or "error", " ", #said, " ", #result, "\n", said, result)
  io.flush()
end
