namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What a field of an archive's line holds.</summary>
internal enum ArchiveValue
{
    Text,

    /// <summary>What somebody says: the server has a limit of its own for it.</summary>
    Message,

    Flag,
    Number,

    /// <summary>When something was, in milliseconds since 1970.</summary>
    Time,

    /// <summary>What a post has beside its message.</summary>
    Props,

    /// <summary>The path of a file in the archive.</summary>
    FilePath,

    /// <summary>The path of a picture in the archive.</summary>
    PicturePath,

    Texts,
    Object,
    Objects,
}
