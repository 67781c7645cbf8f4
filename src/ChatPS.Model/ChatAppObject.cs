namespace ChatPS;

/// <summary>Something that belongs to an app.</summary>
public abstract class ChatAppObject : ChatObject, IAppPart
{
    private protected ChatAppObject()
    {
    }

    /// <summary>The id of the app; where the platform does not tell it, the name that was asked for.</summary>
    public required string AppId { get; init; }

    /// <summary>The name of the app, where the platform tells it or the app was piped.</summary>
    public string? AppName { get; internal set; }

    string? IAppPart.AppName
    {
        get => AppName;
        set => AppName = value;
    }
}
