namespace ChatPS.Client.Catalog;

/// <summary>The shape of an answer's body.</summary>
internal enum ResultKind
{
    /// <summary>No source says; read whatever comes.</summary>
    Unknown,

    /// <summary>An empty body.</summary>
    None,

    /// <summary>One object or value.</summary>
    Single,

    /// <summary>A bare JSON array; with <see cref="Operation.Items"/> perhaps an object around it.</summary>
    List,

    /// <summary>An object that holds the array in one of its members: <see cref="Operation.Items"/>.</summary>
    Wrapped,

    /// <summary>Ids in <c>order</c> and the objects by id in the member <see cref="Operation.Items"/>.</summary>
    Posts,

    /// <summary>Nothing but the news that it went well.</summary>
    Status,

    /// <summary>An answer that doesn't end by itself.</summary>
    Stream,

    /// <summary>A Location header.</summary>
    Redirect,
}
