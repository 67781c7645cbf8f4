namespace ChatPS.Tests.Loading;

/// <summary>What the module loads, where, and when.</summary>
public sealed class LoadingTests
{
    private const string Ours = "ChatPS";
    private const string Default = "Default";

    private static readonly string[] Private = ["ChatPS.Client", "ChatPS.Sandbox", "Polly.Core", "RestSharp"];
    private static readonly string[] Shared = ["ChatPS", "ChatPS.Loader", "ChatPS.Model"];

    // Needs the client, the sandbox and their libraries, over real HTTP.
    private const string UseIt = """
        $null = Connect-ChatService Mattermost -Sandbox
        (Get-ChatRoom town-square -Team (Get-ChatRoom -First 1).TeamId).Name
        Stop-ChatSandbox
        """;

    [Fact]
    public void Ships_its_own_libraries_and_none_that_the_engine_has()
    {
        Assert.Equal(Shared, AssembliesIn("bin"));
        Assert.Equal(Private, AssembliesIn("bin", "deps"));
    }

    [Fact]
    public async Task Import_alone_parses_no_catalog_and_loads_no_library()
    {
        // The engine may want the client for the types in the cmdlets' signatures, but nobody has asked it anything yet.
        var process = await ModuleProcess.RunAsync("""
            foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
                foreach ($assembly in $context.Assemblies) {
                    if ($assembly.GetName().Name -eq 'ChatPS.Client') {
                        $assembly.GetType('ChatPS.Client.Catalog.OperationCatalog', $true).GetField('Loaded', 'NonPublic, Static').GetValue($null).Keys
                    }
                }
            }
            """);

        Assert.Empty(process.Output);
        var loaded = process.Assemblies.Select(a => a.Name).ToList();
        Assert.All(Shared, name => Assert.Contains(name, loaded));
        Assert.All(["ChatPS.Sandbox", "Polly.Core", "RestSharp"], name => Assert.DoesNotContain(name, loaded));
    }

    [Fact]
    public async Task Its_libraries_stay_in_a_context_of_their_own()
    {
        var process = await ModuleProcess.RunAsync(UseIt);

        Assert.Equal(["town-square"], process.Output);
        Assert.Equal(Private, process.Assemblies.Where(a => a.Context == Ours).Select(a => a.Name).Order());
        Assert.Equal(Shared, process.Assemblies.Where(a => a.Context == Default).Select(a => a.Name).Intersect(Shared.Concat(Private)).Order());
    }

    [Fact]
    public async Task A_foreign_library_that_is_there_first_does_no_harm_and_takes_none()
    {
        var process = await ModuleProcess.RunAsync($"""
            {UseIt}
            {AskForeign}
            """, startWith: ModuleProcess.ForeignRestSharp);

        AssertBoth(process);
    }

    [Fact]
    public async Task A_foreign_library_that_comes_later_does_no_harm_and_takes_none()
    {
        var process = await ModuleProcess.RunAsync($"""
            $null = [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath('{ModuleProcess.ForeignRestSharp}')
            {UseIt}
            {AskForeign}
            """);

        AssertBoth(process);
    }

    [Fact]
    public async Task Imports_again_with_force_into_the_same_context()
    {
        var process = await ModuleProcess.RunAsync($"""
            {UseIt}
            Import-Module '{StagedModule.Manifest}' -Force
            Import-Module '{StagedModule.Manifest}' -Force
            {UseIt}
            """);

        Assert.Equal(["town-square", "town-square"], process.Output);
        Assert.Equal(Private, process.Assemblies.Where(a => a.Context == Ours).Select(a => a.Name).Order());
    }

    [Fact]
    public async Task Removing_it_leaves_another_runspace_that_has_it_at_work()
    {
        // The other runspace calls for the client only after the first one has let the module go.
        var process = await ModuleProcess.RunAsync($$"""
            $other = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $null = $other.AddScript("`$ErrorActionPreference = 'Stop'; Import-Module '{{StagedModule.Manifest}}'").Invoke()
            Remove-Module ChatPS
            $other.Commands.Clear()
            $other.AddScript({ {{UseIt}} }.ToString()).Invoke()
            $other.Streams.Error | ForEach-Object { throw $_ }
            """);

        Assert.Equal(["town-square"], process.Output);
    }

    [Fact]
    public async Task The_last_one_to_remove_it_takes_the_loader_away_and_an_import_brings_it_back()
    {
        const string Ask = "try { $null = [Reflection.Assembly]::Load('ChatPS.Client'); 'found' } catch { 'not found' }";
        var process = await ModuleProcess.RunAsync($"""
            Remove-Module ChatPS
            {Ask}
            Import-Module '{StagedModule.Manifest}'
            {UseIt}
            """);

        Assert.Equal(["not found", "town-square"], process.Output);
    }

    private const string AskForeign = """
        foreach ($assembly in [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies) {
            if ($assembly.GetName().Name -eq 'RestSharp') { $assembly.GetType('RestSharp.RestClient').GetProperty('Maker').GetValue($null) }
        }
        """;

    private static void AssertBoth(ModuleProcess process)
    {
        Assert.Equal(["town-square", "somebody else"], process.Output);
        Assert.Equal(new(1, 0, 0, 0), Assert.Single(process.Assemblies, a => a is { Context: Default, Name: "RestSharp" }).Version);
        Assert.Equal(new(114, 1, 0, 0), Assert.Single(process.Assemblies, a => a is { Context: Ours, Name: "RestSharp" }).Version);
    }

    private static IEnumerable<string> AssembliesIn(params string[] folder) => Directory
        .EnumerateFiles(Path.Combine([StagedModule.Folder, .. folder]))
        .Select(Path.GetFileNameWithoutExtension).Cast<string>().Order(StringComparer.Ordinal);
}
