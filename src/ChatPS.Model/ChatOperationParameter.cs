namespace ChatPS;

/// <summary>A value that an operation takes.</summary>
public sealed class ChatOperationParameter
{
    /// <summary>The name in the API, such as <c>channel_id</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the parameter of Invoke-ChatOperation, such as <c>ChannelId</c>.</summary>
    public required string Parameter { get; init; }

    /// <summary>Where it travels: Path, Query, Body or Header.</summary>
    public required string In { get; init; }

    /// <summary>Its type in the API: string, integer, number, boolean, object, any, file, or array&lt;…&gt; of one of these.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the call needs it.</summary>
    public bool Required { get; init; }

    /// <summary>What the server assumes when it is left out, where that is known.</summary>
    public object? Default { get; init; }

    /// <summary>The values it may have; empty where any will do.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The parameter as it is written in a call.</summary>
    /// <returns>The name of the parameter and its type, in brackets when it may be left out.</returns>
    public override string ToString() => Required ? $"-{Parameter} <{Type}>" : $"[-{Parameter} <{Type}>]";
}
