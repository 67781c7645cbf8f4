using ChatPS.Client.Http;

namespace ChatPS.Operations;

/// <summary>The secrets among a command's arguments, each under the very text that stands for it.</summary>
internal sealed class SecretArguments
{
    private readonly Dictionary<string, Secret> _secrets = new(ReferenceEqualityComparer.Instance);

    /// <summary>Stands for $null in parameters of text, where the engine would make an empty text of it.</summary>
    public static string Null { get; } = new("$null".AsSpan());

    /// <summary>A text that stands for the secret: the object does, not its letters.</summary>
    public string Hide(Secret? secret)
    {
        if (secret is null)
            return "";
        var text = new string("***".AsSpan());
        _secrets.Add(text, secret);
        return text;
    }

    /// <summary>The value that is meant by one that was bound.</summary>
    public object? Reveal(object? value) => value switch
    {
        string text when ReferenceEquals(text, Null) => null,
        string text when _secrets.TryGetValue(text, out var secret) => secret,
        string[] texts => texts.Select(text => Reveal(text)).ToArray(),
        _ => value,
    };
}
