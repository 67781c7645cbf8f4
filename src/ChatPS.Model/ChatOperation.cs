namespace ChatPS;

/// <summary>One call that a platform's API offers. Invoke-ChatOperation makes it.</summary>
public sealed class ChatOperation
{
    /// <summary>The platform that offers it.</summary>
    public required ChatPlatform Platform { get; init; }

    /// <summary>The name to call it by, such as <c>GetChannel</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is filed under in the platform's reference, such as <c>channels</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the server's address; a name in braces stands for a path parameter.</summary>
    public required string Path { get; init; }

    /// <summary>The values it takes.</summary>
    public IReadOnlyList<ChatOperationParameter> Parameters { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The type of the body, where it isn't an object made of body parameters. Such a body is given with -Body.</summary>
    public string? BodyType { get; init; }

    /// <summary>What it answers: a type of the API, with [] for a list; empty where it answers nothing or nobody says what.</summary>
    public string? Result { get; init; }

    /// <summary>How a long answer is divided into pages; empty where it comes whole.</summary>
    public string? Paging { get; init; }

    /// <summary>Whether it only reads. A call that doesn't heeds -WhatIf and -Confirm.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether the platform asks not to use it any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The version of the server that brought it, where that is known.</summary>
    public string? Since { get; init; }

    /// <summary>How to write the call.</summary>
    public required string Syntax { get; init; }

    /// <summary>The operation's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
