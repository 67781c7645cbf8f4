using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatPS.Client.Capabilities;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Looks at one line after the other.</summary>
internal sealed class ArchiveLineCheck(ArchiveFile archive, ImportCheckOptions options, DateTimeOffset now, Action<ChatImportFinding> take, string path)
{
    private const int DefaultMessageLength = 16383;
    private const int MaxPropsLength = 8000;

    // Before this, milliseconds since 1970 are in 1973, and seconds are today's.
    private const long FirstPlausible = 100_000_000_000;

    private static readonly TimeSpan WrongClock = TimeSpan.FromDays(1);
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int _maxMessage = options.MaxPostLength ?? options.Target?.MaxPostLength ?? DefaultMessageLength;
    private readonly HashSet<string> _misplaced = [];
    private string? _kind;
    private (int Rank, string Kind) _last;

    public long Number { get; private set; }

    public ArchiveKnown Known { get; } = new(options);

    public ImportCheckOptions Options => options;

    /// <summary>How many lines there are of each kind.</summary>
    public Dictionary<string, long> Counts { get; } = [];

    public void Check(ArchiveLines lines)
    {
        (Number, _kind) = (lines.Number, null);
        var text = lines.Line;
        if (lines.IsTooLong)
            Report(ChatImportRule.Length, null, null, $"The line is longer than the {ArchiveLines.MaxLength / 1048576} MB that servers take.");
        if (Number == 1 && text.Span is [0xEF, 0xBB, 0xBF, ..])
        {
            Report(ChatImportRule.Json, null, null, "The file begins with a byte order mark, which servers do not read.");
            text = text[3..];
        }
        if (!lines.IsTooLong)
            Parse(text);
        if (Number == 1 && _kind != ArchiveKinds.Version)
            Report(ChatImportRule.Order, null, null, "The first line is that of the version.");
    }

    public void Report(ChatImportRule rule, string? field, string? item, string message, ChatImportSeverity severity = ChatImportSeverity.Error) => take(new()
    {
        Severity = severity,
        Rule = rule,
        Line = Number,
        Kind = _kind,
        Field = field is null ? null : $"{_kind}.{field}",
        Item = item,
        Message = message,
        Path = path,
    });

    private void Parse(ReadOnlyMemory<byte> text)
    {
        if (text.Span.Trim(" \t"u8).IsEmpty)
        {
            Report(ChatImportRule.Json, null, null, "The line is empty.");
            return;
        }
        try
        {
            using var line = JsonDocument.Parse(text);
            if (line.RootElement.ValueKind == JsonValueKind.Object)
                Check(line.RootElement);
            else
                Report(ChatImportRule.Json, null, null, "The line is no JSON object.");
        }
        catch (JsonException e)
        {
            Report(ChatImportRule.Json, null, null, $"The line is no JSON: {e.Message}");
        }
        // Half a character has no text.
        catch (InvalidOperationException e)
        {
            Report(ChatImportRule.Json, null, null, $"The line has a text that is none: {e.Message}");
        }
    }

    private void Check(JsonElement line)
    {
        var types = line.EnumerateObject().Count(member => member.NameEquals("type"));
        if (types != 1)
            Report(ChatImportRule.Kind, null, null, types == 0 ? "The line does not say of what type it is." : "The line says more than once of what type it is.");
        if (types == 0)
            return;
        var type = line.GetProperty("type");
        if (type.ValueKind != JsonValueKind.String || !ArchiveKinds.All.TryGetValue(type.GetString()!, out var kind))
        {
            Report(ChatImportRule.Kind, null, type.ToString(), $"Servers know no line of the type '{type}'.");
            return;
        }
        _kind = kind.Name;
        Counts[kind.Name] = Counts.GetValueOrDefault(kind.Name) + 1;
        if (kind.Name == ArchiveKinds.Version)
        {
            CheckVersion(line);
            return;
        }
        CheckOrder(kind);
        if (!line.Has(kind.Name))
            Report(ChatImportRule.Required, null, null, $"There is no {kind.Name} in the line.");
        else if (line.GetProperty(kind.Name) is { ValueKind: JsonValueKind.Object } content)
        {
            Check(content, kind.Fields, "", default);
            kind.Together?.Invoke(content, this);
        }
        else
            Report(ChatImportRule.Value, null, null, $"The {kind.Name} is no object.");
    }

    private void CheckVersion(JsonElement line)
    {
        if (Number != 1)
            Report(ChatImportRule.Order, null, null, "The version is told in the first line alone.");
        if (!line.Has("version"))
            Report(ChatImportRule.Required, null, null, "There is no version in the line.");
        else if (line.GetProperty("version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt64(out var number) || number != 1)
            Report(ChatImportRule.Value, null, line.GetProperty("version").ToString(), $"Servers import version 1, and not '{line.GetProperty("version")}'.");
    }

    // Each kind is told of once: what it costs is said of the names that are not there yet.
    private void CheckOrder(ArchiveKind kind)
    {
        if (kind.Rank is not { } rank)
            return;
        if (rank >= _last.Rank)
            _last = (rank, kind.Name);
        else if (_misplaced.Add(kind.Name))
            Report(ChatImportRule.Order, null, null, $"A {kind.Name} comes after a {_last.Kind}; what others name belongs before them.", ChatImportSeverity.Warning);
    }

    private void Check(JsonElement holder, ArchiveField[] fields, string at, Place place)
    {
        var outer = place.Time;
        foreach (var field in fields)
        {
            var where = (Field: field, At: at);
            if (!holder.Has(field.Name))
            {
                if (field.IsRequired)
                    Report(ChatImportRule.Required, at + field.Name, null, $"There is no {field.Name}.");
                continue;
            }
            var value = holder.GetProperty(field.Name);
            switch (field.Value)
            {
                case ArchiveValue.Flag:
                    Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False, where, "true or false");
                    break;
                case ArchiveValue.Number:
                    Expect(value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _), where, "a whole number");
                    break;
                case ArchiveValue.Time:
                    if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var time))
                        place.Time = CheckTime(time, outer, where);
                    else
                        Expect(false, where, "a time in milliseconds since 1970");
                    break;
                case ArchiveValue.Props:
                    if (Expect(value.ValueKind == JsonValueKind.Object, where, "an object") && PropsLength(value) is var length and > MaxPropsLength)
                        Report(ChatImportRule.Length, at + field.Name, null, $"There are {length} characters in the props, and servers take {MaxPropsLength}.");
                    break;
                case ArchiveValue.Object:
                    if (Expect(value.ValueKind == JsonValueKind.Object, where, "an object"))
                        Check(value, field.Fields, $"{at}{field.Name}.", place);
                    break;
                case ArchiveValue.Objects or ArchiveValue.Texts:
                    if (Expect(value.ValueKind == JsonValueKind.Array, where, "a list"))
                        CheckList(value, field, at, place);
                    break;
                default:
                    if (Expect(value.ValueKind == JsonValueKind.String, where, "a text"))
                        CheckText(value.GetString()!, field, at + field.Name, ref place);
                    break;
            }
        }
    }

    private void CheckList(JsonElement list, ArchiveField field, string at, Place place)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var where = $"{at}{field.Name}[{index++}]";
            if (item.ValueKind != (field.Value == ArchiveValue.Texts ? JsonValueKind.String : JsonValueKind.Object))
                Report(ChatImportRule.Value, where, null, field.Value == ArchiveValue.Texts ? "It is no text." : "It is no object.");
            else if (field.Value == ArchiveValue.Objects)
                Check(item, field.Fields, where + ".", place);
            else if (field.Names is { } noun)
                CheckName(noun, item.GetString()!, where, place);
        }
    }

    private void CheckText(string text, ArchiveField field, string where, ref Place place)
    {
        if (text.Length == 0 && field.IsFilled)
        {
            Report(ChatImportRule.Required, where, null, $"The {field.Name} is empty.");
            return;
        }
        if (field.MaxBytes is { } bytes && Encoding.UTF8.GetByteCount(text) > bytes)
            Report(ChatImportRule.Length, where, null, $"The {field.Name} has {Encoding.UTF8.GetByteCount(text)} bytes, and servers take {bytes}.");
        var limit = field.Value == ArchiveValue.Message ? _maxMessage : field.MaxCharacters;
        if (text.Length > limit && Characters(text) is var length && length > limit)
            Report(ChatImportRule.Length, where, null, $"The {field.Name} has {length} characters, and servers take {limit}.");
        if (field.OneOf is { } values && !values.Contains(text))
            Report(ChatImportRule.Value, where, text, $"The {field.Name} is one of {string.Join(", ", values.Where(value => value.Length > 0))}, and not '{text}'.");
        if (field.Form?.Invoke(text) is { } flaw)
            Report(flaw.Rule, where, text, flaw.Message, flaw.Severity);
        if (field.Names is { } named)
            CheckName(named, text, where, place);
        if (field.Names == ArchiveNoun.Team)
            place.Team = text;
        if (field.Makes is { } made)
            Make(made, made == ArchiveNoun.Channel ? $"{place.Team}/{text}" : text, where);
        if (field.Value is ArchiveValue.FilePath or ArchiveValue.PicturePath)
            CheckFile(text, field, where);
    }

    private void Make(ArchiveNoun noun, string name, string where)
    {
        if (Known.Make(noun, name, Number) is { } line)
            Report(ChatImportRule.Duplicate, where, name, $"The {Word(noun)} '{name}' is in line {line} already.");
        else if (Known.IsOnServer(noun, name))
            Report(ChatImportRule.Exists, where, name, Message(), ChatImportSeverity.Warning);

        string Message() => noun switch
        {
            ArchiveNoun.Team when options.Target!.Teams[name] => $"The team '{name}' is archived on the server.",
            ArchiveNoun.Channel when options.Target!.Rooms[name] => $"The channel '{name}' is archived on the server, and takes no posts until it is restored.",
            _ => $"The server has the {Word(noun)} '{name}' already, and changes it to what the archive says.",
        };
    }

    private void CheckName(ArchiveNoun noun, string name, string where, Place place)
    {
        // Of a team that is not there, that is all that is to be said.
        if (noun == ArchiveNoun.Channel && (place.Team is null || !Known.Has(ArchiveNoun.Team, place.Team)))
            return;
        var key = noun == ArchiveNoun.Channel ? $"{place.Team}/{name}" : name;
        if (!Known.Has(noun, key))
            Report(ChatImportRule.Reference, where, key, $"There is no {Word(noun)} '{key}' in the lines above{(options.Target is null ? "" : ", nor on the server")}.");
    }

    private void CheckFile(string file, ArchiveField field, string where)
    {
        if (ArchiveFile.IsOutside(file))
            Report(ChatImportRule.Path, where, file, $"The path '{file}' leads out of the archive.");
        else if (options.IgnoreAttachments)
            return;
        else if (archive.Use(file) is not { } open)
            Report(ChatImportRule.Attachment, where, file, $"The file '{file}' is not {(archive.HasElsewhere(file) ? "in the folder data of the archive, but beside it" : "in the archive")}.");
        else if (field.Value == ArchiveValue.PicturePath && !ArchivePicture.Is(open))
            Report(ChatImportRule.Attachment, where, file, $"The file '{file}' is no picture: servers take GIF, PNG, JPEG, WebP and SVG.");
    }

    private long CheckTime(long time, long? outer, (ArchiveField Field, string At) where)
    {
        var (field, at) = where;
        var text = time.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (time <= 0)
            Report(ChatImportRule.Time, at + field.Name, text, $"{text} is no time.");
        else if (time < outer)
            Report(ChatImportRule.Time, at + field.Name, text, field.TooEarly == ChatImportSeverity.Error
                ? "It is before what it belongs to."
                : "It is before what it belongs to, and older servers refuse that.", field.TooEarly);
        else if (time < FirstPlausible)
            Report(ChatImportRule.Time, at + field.Name, text, $"{text} is in the early seventies: times are milliseconds, and not seconds.", ChatImportSeverity.Warning);
        else if (time > now.Add(WrongClock).ToUnixTimeMilliseconds())
            Report(ChatImportRule.Time, at + field.Name, text, $"{text} is yet to come.", ChatImportSeverity.Warning);
        return time;
    }

    private bool Expect(bool isSo, (ArchiveField Field, string At) where, string what)
    {
        if (!isSo)
            Report(ChatImportRule.Value, where.At + where.Field.Name, null, $"The {where.Field.Name} is not {what}.");
        return isSo;
    }

    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);

    // As the server writes them again, which is without spaces and with these three signs escaped.
    private static int PropsLength(JsonElement props)
    {
        var raw = props.GetRawText();
        if (raw.Length <= MaxPropsLength / 6)
            return raw.Length;
        var text = JsonSerializer.Serialize(props, Compact);
        return Characters(text) + text.Count(sign => sign is '<' or '>' or '&') * 5;
    }

    private static string Word(ArchiveNoun noun) => noun switch
    {
        ArchiveNoun.Role => "role",
        ArchiveNoun.Scheme => "scheme",
        ArchiveNoun.TeamScheme => "scheme for teams",
        ArchiveNoun.ChannelScheme => "scheme for channels",
        ArchiveNoun.Team => "team",
        ArchiveNoun.Channel => "channel",
        ArchiveNoun.User => "user",
        ArchiveNoun.Email => "address",
        _ => "emoji",
    };

    /// <summary>What lies around a field.</summary>
    private struct Place
    {
        /// <summary>The team that channels are of.</summary>
        public string? Team;

        /// <summary>When what all this belongs to was.</summary>
        public long? Time;
    }
}
