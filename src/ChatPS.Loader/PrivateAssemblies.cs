using System.Reflection;
using System.Runtime.Loader;

namespace ChatPS.Loader;

/// <summary>
/// Keeps the client, the sandbox and the libraries they stand on in a load context of the module's own,
/// so that another module's RestSharp or Polly, whatever its version, never meets ours.
/// </summary>
internal sealed class PrivateAssemblies : AssemblyLoadContext
{
    // Only these are asked for from outside; what they need in turn is found by Load below.
    private static readonly string[] EntryPoints = ["ChatPS.Client", "ChatPS.Sandbox"];

    private readonly string _folder;

    private PrivateAssemblies(string folder) : base("ChatPS") => _folder = folder;

    /// <summary>The one context of the process: a second import finds the assemblies already loaded.</summary>
    public static PrivateAssemblies Instance { get; } = new(Path.Combine(
        Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!, "deps"));

    /// <summary>Answers the engine's context when it looks for one of ours and for nothing else.</summary>
    public static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        EntryPoints.Contains(name.Name) ? Instance.LoadFromAssemblyName(name) : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
