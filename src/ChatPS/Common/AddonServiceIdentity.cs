namespace ChatPS.Common;

/// <summary>Names a kind of add-on.</summary>
/// <param name="value">The service's id or name, or an object of the service.</param>
public sealed class AddonServiceIdentity(object value) : Identity(value, IdOf, "add-on service")
{
    private static string? IdOf(object item) => item switch
    {
        ChatAddonService service => service.Id,
        ChatAddonPlan plan => plan.ServiceId,
        ChatAddon addon => addon.ServiceId,
        _ => null,
    };
}
