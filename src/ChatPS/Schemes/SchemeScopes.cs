namespace ChatPS.Schemes;

/// <summary>What may have a scheme, in the platform's words.</summary>
internal static class SchemeScopes
{
    public static string? Of(string? scope) => scope is null ? null : scope.Equals("Room", StringComparison.OrdinalIgnoreCase) ? "channel" : "team";
}
