namespace ChatPS.Common;

/// <summary>Names an app.</summary>
/// <param name="value">An app's id or name, or an object that belongs to an app.</param>
public sealed class AppIdentity(object value) : Identity(value, IdOf, "app")
{
    private static string? IdOf(object item) => item switch
    {
        ChatApp app => app.Id,
        ChatAppObject part => part.AppId,
        _ => null,
    };
}
