namespace ChatPS.Common;

/// <summary>Names the offer of an app.</summary>
/// <param name="value">A transfer's id, the name of its app, the transfer, or the app as an object.</param>
public sealed class AppTransferIdentity(object value) : Identity(value, IdOf, "app transfer")
{
    private static string? IdOf(object item) => item switch
    {
        ChatAppTransfer transfer => transfer.Id,
        ChatApp app => app.Name,
        _ => null,
    };
}
