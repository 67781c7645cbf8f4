using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ChatPS.Tests;

/// <summary>
/// The module as staged in out/ChatPS. The product assemblies are compiled against but not copied here: they load
/// from the staged folder, the way the engine loads them, so that every test runs on what ships.
/// </summary>
internal static class StagedModule
{
    public static string RepoRoot { get; } = typeof(StagedModule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    public static string Folder { get; } = Path.Combine(RepoRoot, "out", "ChatPS");

    public static string Manifest { get; } = Path.Combine(Folder, "ChatPS.psd1");

    // The runtime asks this before any test touches a product type.
    [ModuleInitializer]
    internal static void ResolveFromStage()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is "ChatPS" or "ChatPS.Model" or "ChatPS.Loader"
                ? context.LoadFromAssemblyPath(Path.Combine(Folder, "bin", name.Name + ".dll"))
                : null;
        var loader = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("ChatPS.Loader"));
        var lifetime = loader.GetType("ChatPS.Loader.ModuleLifetime", throwOnError: true)!;
        lifetime.GetMethod("OnImport")!.Invoke(Activator.CreateInstance(lifetime), null);
    }
}
