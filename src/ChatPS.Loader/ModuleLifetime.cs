using System.Management.Automation;
using System.Runtime.Loader;

namespace ChatPS.Loader;

/// <summary>
/// Puts the private load context in place before the root module is read, and takes it away with the module.
/// </summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Called by the engine when the module is imported, also again with <c>-Force</c>.</summary>
    public void OnImport()
    {
        // Another runspace of the process may have imported the module already: one handler is enough.
        AssemblyLoadContext.Default.Resolving -= PrivateAssemblies.Resolve;
        AssemblyLoadContext.Default.Resolving += PrivateAssemblies.Resolve;
    }

    /// <summary>Called by the engine when the module is removed.</summary>
    /// <param name="psModuleInfo">The module that goes.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) =>
        AssemblyLoadContext.Default.Resolving -= PrivateAssemblies.Resolve;
}
