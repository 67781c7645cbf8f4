namespace ChatPS.Common;

/// <summary>Names the plan of an add-on.</summary>
/// <param name="value">The plan's id or name, or an object that has one.</param>
public sealed class AddonPlanIdentity(object value) : Identity(value, IdOf, "plan")
{
    private static string? IdOf(object item) => item switch
    {
        ChatAddonPlan plan => plan.Id,
        ChatAddon addon => addon.PlanId,
        _ => null,
    };
}
