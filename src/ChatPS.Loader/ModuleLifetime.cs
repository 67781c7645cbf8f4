using System.Management.Automation;
using System.Runtime.Loader;

namespace ChatPS.Loader;

/// <summary>
/// Puts the private load context in place before the root module is read, and takes it away with the module.
/// </summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // Several runspaces of a process may have the module; the last one to remove it takes the handler away.
    private static readonly object Gate = new();
    private static int _imports;

    /// <summary>Called by the engine when the module is imported, also again with <c>-Force</c>.</summary>
    public void OnImport()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
                AssemblyLoadContext.Default.Resolving += PrivateAssemblies.Resolve;
        }
    }

    /// <summary>Called by the engine when the module is removed.</summary>
    /// <param name="psModuleInfo">The module that goes.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (Gate)
        {
            if (--_imports == 0)
                AssemblyLoadContext.Default.Resolving -= PrivateAssemblies.Resolve;
        }
    }
}
