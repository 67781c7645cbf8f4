namespace ChatPS.Common;

/// <summary>Names an app.</summary>
public sealed class AppIdentity : Identity
{
    /// <summary>Names an app.</summary>
    /// <param name="value">An app's id or name, or an object that belongs to an app.</param>
    public AppIdentity(object value)
        : base(value, IdOf, "app")
    {
        // What belongs to an app has a name of its own, which is not the app's.
        if (AppId is not null)
            Display = AppName ?? AppId;
    }

    private static string? IdOf(object item) => item switch
    {
        ChatApp app => app.Id,
        IAppPart part => part.AppId,
        ChatRoom room => room.AppId,
        _ => null,
    };
}
