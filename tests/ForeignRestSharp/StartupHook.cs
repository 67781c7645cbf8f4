using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Named in DOTNET_STARTUP_HOOKS, the assembly is in a process before anything else is; the runtime asks for exactly
/// this type and method.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "The runtime calls it.")]
internal static class StartupHook
{
    public static void Initialize()
    {
    }
}
