namespace ChatPS;

/// <summary>What an archive was found to offend against.</summary>
public enum ChatImportRule
{
    /// <summary>The file can be read, and has the lines to import once.</summary>
    Archive,

    /// <summary>A line is one JSON object.</summary>
    Json,

    /// <summary>A line says once of what kind it is, and it is a kind that servers know.</summary>
    Kind,

    /// <summary>The version comes first and once, and what others name comes before them.</summary>
    Order,

    /// <summary>What a line must have is there.</summary>
    Required,

    /// <summary>A value is of the type and one of the values that it may have.</summary>
    Value,

    /// <summary>A text is no longer than servers take it.</summary>
    Length,

    /// <summary>A name has only characters that it may have, and is free to be given.</summary>
    Name,

    /// <summary>A time is one, and not before that of what it belongs to.</summary>
    Time,

    /// <summary>Nothing is there twice.</summary>
    Duplicate,

    /// <summary>What is named is there.</summary>
    Reference,

    /// <summary>A path leads to nowhere outside of the archive.</summary>
    Path,

    /// <summary>A file that is named is in the archive.</summary>
    Attachment,

    /// <summary>A file in the archive is named.</summary>
    Unused,

    /// <summary>The server does not have it yet.</summary>
    Exists,
}
