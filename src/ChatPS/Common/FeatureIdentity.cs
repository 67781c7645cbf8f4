namespace ChatPS.Common;

/// <summary>Names a feature of an app or of an account.</summary>
/// <param name="value">A feature's id, its name, or the object.</param>
public sealed class FeatureIdentity(object value) : Identity(value, IdOf, "feature")
{
    private static string? IdOf(object item) => item switch
    {
        ChatAppFeature feature => feature.Id,
        ChatAccountFeature feature => feature.Id,
        _ => null,
    };
}
