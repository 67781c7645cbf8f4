namespace ChatPS.Client.Catalog;

/// <summary>One named value that an operation takes, in one place of the request.</summary>
internal sealed record OperationParameter
{
    public required string Name { get; init; }

    public required ParameterPlace In { get; init; }

    /// <summary>string, integer, number, boolean, object, any, file, or array&lt;…&gt; of one of these.</summary>
    public required string Type { get; init; }

    public bool Required { get; init; }

    /// <summary>What the server assumes: a string, long, double or bool.</summary>
    public object? Default { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>One of the values of <see cref="Enum"/>, however a text spells it; null for none of them.</summary>
    public string? Spelled(string text) => Enum.Contains(text) ? text : Enum.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase));

    public int? Max { get; init; }

    /// <summary>A list in the query whose items are given one by one under the same name, rather than as one text with commas.</summary>
    public bool Repeats { get; init; }
}
