namespace ChatPS;

/// <summary>How bad a thing is that was found in an archive.</summary>
public enum ChatImportSeverity
{
    /// <summary>The import goes on, though not with all of it, not on every server, or not as it may be meant.</summary>
    Warning,

    /// <summary>The import ends there, and nothing behind it comes in.</summary>
    Error,
}
