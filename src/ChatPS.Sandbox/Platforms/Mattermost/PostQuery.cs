using System.Globalization;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>
/// A search for posts: words and "phrases", each with - to exclude; from: and in: with names; on:, before: and after: with dates.
/// </summary>
internal sealed class PostQuery
{
    private readonly List<string> _words = [];
    private readonly List<string> _excludedWords = [];
    private readonly List<string> _from = [];
    private readonly List<string> _notFrom = [];
    private readonly List<string> _in = [];
    private readonly List<string> _notIn = [];
    private bool _any;
    private long _earliest;
    private long _latest = long.MaxValue;

    private bool IsEmpty => _words.Count + _from.Count + _in.Count == 0 && _earliest == 0 && _latest == long.MaxValue;

    public static PostQuery Parse(string terms, bool any, long timeZoneOffset)
    {
        var query = new PostQuery { _any = any };
        foreach (var token in Tokens(terms))
        {
            var (excluded, text) = token.StartsWith('-') && token.Length > 1 ? (true, token[1..]) : (false, token);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var value = colon > 0 ? text[(colon + 1)..].Trim('"', '@', '~').ToLowerInvariant() : "";
            switch (colon > 0 ? text[..colon].ToLowerInvariant() : "")
            {
                case "from":
                    (excluded ? query._notFrom : query._from).Add(value);
                    break;
                case "in" or "channel":
                    (excluded ? query._notIn : query._in).Add(value);
                    break;
                case "on" or "before" or "after":
                    query.Limit(text[..colon].ToLowerInvariant(), value, timeZoneOffset);
                    break;
                default:
                    (excluded ? query._excludedWords : query._words).Add(text.Trim('"'));
                    break;
            }
        }

        return query;
    }

    public IEnumerable<Post> Find(MattermostState state, IEnumerable<Channel> channels)
    {
        if (IsEmpty || _words is ["*"])
            return [];
        return channels.Where(Covers).SelectMany(channel => channel.Posts).Where(post => post.DeleteAt == 0
            && !post.Type.StartsWith("system_", StringComparison.Ordinal)
            && post.CreateAt >= _earliest && post.CreateAt < _latest
            && Named(state, post) && Says(post.Message));
    }

    private bool Covers(Channel channel) => (_in.Count == 0 || _in.Contains(channel.Name) || _in.Contains(channel.Id)) && !_notIn.Contains(channel.Name);

    private bool Named(MattermostState state, Post post)
    {
        if (_from.Count + _notFrom.Count == 0)
            return true;
        var name = state.Users[post.UserId]?.Username ?? "";
        return (_from.Count == 0 || _from.Contains(name) || _from.Contains(post.UserId)) && !_notFrom.Contains(name);
    }

    private bool Says(string message)
    {
        if (_excludedWords.Exists(word => Contains(message, word)))
            return false;
        return _words.Count == 0 || (_any ? _words.Exists(word => Contains(message, word)) : _words.TrueForAll(word => Contains(message, word)));
    }

    /// <summary>Whether a text has a word or phrase, whole; with a star at its end, beginning so.</summary>
    private static bool Contains(string message, string word)
    {
        var (text, prefix) = word.EndsWith('*') ? (word[..^1], true) : (word, false);
        for (var at = 0; (at = message.IndexOf(text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + text.Length;
            if ((at == 0 || !char.IsLetterOrDigit(message[at - 1])) && (prefix || end == message.Length || !char.IsLetterOrDigit(message[end])))
                return true;
        }

        return false;
    }

    private void Limit(string kind, string date, long timeZoneOffset)
    {
        if (!DateTime.TryParseExact(date, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day))
            return;
        var start = new DateTimeOffset(day).ToUnixTimeMilliseconds() - timeZoneOffset * 1000;
        var end = start + 24 * 60 * 60 * 1000;
        if (kind is "on" or "after")
            _earliest = kind == "on" ? start : end;
        if (kind is "on" or "before")
            _latest = kind == "on" ? end : start;
    }

    /// <summary>Splits at blanks, except within quotation marks; "from: name" counts as one like "from:name".</summary>
    private static List<string> Tokens(string terms)
    {
        var tokens = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= terms.Length; i++)
        {
            if (i < terms.Length && terms[i] == '"')
                quoted = !quoted;
            if (i < terms.Length && (quoted || !char.IsWhiteSpace(terms[i])))
                continue;
            if (i > start)
            {
                var token = terms[start..i];
                if (tokens.Count > 0 && tokens[^1].EndsWith(':'))
                    tokens[^1] += token;
                else
                    tokens.Add(token);
            }

            start = i + 1;
        }

        return tokens;
    }
}
