namespace ChatPS;

/// <summary>Something that belongs to an app, or may.</summary>
internal interface IAppPart
{
    /// <summary>The app's id, or what it was asked for by; null for what belongs to none.</summary>
    string? AppId { get; }

    /// <summary>The app's name, where it is known.</summary>
    string? AppName { get; set; }
}
