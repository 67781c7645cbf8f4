using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using ChatPS.Common;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Conventions;

/// <summary>The house rules of cmdlets, held by reflection over what ships.</summary>
public sealed class CmdletTests
{
    private static readonly Type[] Types =
        [.. typeof(ChatCmdlet).Assembly.GetTypes().Where(t => t.GetCustomAttribute<CmdletAttribute>() is not null)];

    // What these change is on this machine alone, or is the user's own to say.
    private static readonly string[] WritesNothing = ["Connect-ChatService", "Start-ChatSandbox", "Save-ChatFile"];

    public static TheoryData<string> Names => [.. Types.Select(NameOf)];

    [Fact]
    public void The_manifest_exports_what_is_compiled()
    {
        using var shell = new Shell();
        var exported = shell.RunClean("(Import-Module $args[0] -PassThru).ExportedCmdlets.Keys", StagedModule.Manifest).Select(n => n.ToString()!);
        Assert.Equal(Types.Select(NameOf).Order(), exported.Order());
        // Exporting is by name: a name in the manifest that is not compiled would pass unseen otherwise.
        var manifest = Parser.ParseFile(StagedModule.Manifest, out _, out _);
        var data = (Hashtable)((HashtableAst)manifest.Find(a => a is HashtableAst, false)!).SafeGetValue();
        Assert.Equal(exported.Order(), ((object[])data["CmdletsToExport"]!).Cast<string>().Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_are_of_the_houses_form(string name)
    {
        var type = TypeOf(name);
        var attribute = type.GetCustomAttribute<CmdletAttribute>()!;
        Assert.True(type.IsSealed, "sealed");
        Assert.True(type.IsPublic, "public");
        Assert.StartsWith("Chat", attribute.NounName, StringComparison.Ordinal);
        Assert.Equal($"{attribute.VerbName}{attribute.NounName}Command", type.Name);
        Assert.False(attribute.NounName.EndsWith('s') && !attribute.NounName.EndsWith("ss", StringComparison.Ordinal), "a noun in the singular");
        Assert.Contains(attribute.VerbName, Approved);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cmdlets_stand_on_the_base_classes(string name) => Assert.IsAssignableFrom<ChatCmdlet>(Activator.CreateInstance(TypeOf(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_changes_things_can_be_rehearsed(string name)
    {
        var attribute = TypeOf(name).GetCustomAttribute<CmdletAttribute>()!;
        var writes = attribute.VerbName is not ("Get" or "Test" or "Search" or "Watch" or "Measure" or "Compare") && !WritesNothing.Contains(name);
        if (writes)
            Assert.True(attribute.SupportsShouldProcess, "SupportsShouldProcess");
        if (attribute.VerbName is "Get" or "Test" or "Search")
            Assert.False(attribute.SupportsShouldProcess, "a read asks nothing");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_cannot_be_undone_asks_and_can_be_told_not_to(string name)
    {
        var attribute = TypeOf(name).GetCustomAttribute<CmdletAttribute>()!;
        if (attribute.ConfirmImpact == ConfirmImpact.High)
            Assert.NotNull(TypeOf(name).GetProperty("Force"));
        if (attribute is { VerbName: "Remove", NounName: "ChatRoom" or "ChatTeam" or "ChatUser" or "ChatMessage" })
            Assert.Equal(ConfirmImpact.High, attribute.ConfirmImpact);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_emitted_is_declared(string name)
    {
        var type = TypeOf(name);
        var emits = type.GetCustomAttribute<CmdletAttribute>()!.VerbName is "Get" or "New" or "Test" or "Search" or "Connect" or "Start"
            || type.GetProperty("PassThru") is not null;
        if (emits)
            Assert.NotEmpty(type.GetCustomAttributes<OutputTypeAttribute>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_take_first_and_skip(string name)
    {
        var type = TypeOf(name);
        if (typeof(GetCmdlet).IsAssignableFrom(type))
            Assert.True(type.GetCustomAttribute<CmdletAttribute>()!.SupportsPaging);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_are_of_the_houses_form(string name)
    {
        foreach (var property in TypeOf(name).GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute))))
        {
            Assert.True(char.IsAsciiLetterUpper(property.Name[0]), property.Name);
            Assert.False(property.PropertyType == typeof(bool), $"-{property.Name} is a switch");
            // A secret in plain text would stay in the shell's history; a switch holds none.
            if (property.PropertyType == typeof(SwitchParameter))
                continue;
            if (property.Name.Contains("Password", StringComparison.Ordinal) || property.Name.EndsWith("Secret", StringComparison.Ordinal) || property.Name is "Token")
                Assert.Equal(typeof(System.Security.SecureString), property.PropertyType);
        }
        Assert.All(
            TypeOf(name).GetProperties().Where(p => p.Name is "PassThru" or "Force" or "Me" or "Permanent"),
            p => Assert.Equal(typeof(SwitchParameter), p.PropertyType));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void People_are_taken_from_rows_by_id_or_by_name(string name)
    {
        // Where -UserName is what somebody shall be called, a row names him in a column User or UserId.
        if (TypeOf(name).GetProperty("UserName") is null)
            Assert.All(TypeOf(name).GetProperties().Select(p => p.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Where(names => names.Contains("UserId")),
                names => Assert.Contains("UserName", names));
    }

    // The engine's own classes of verbs are the list of those approved.
    private static readonly HashSet<string> Approved = [.. typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(VerbsCommon).Namespace && t.Name.StartsWith("Verbs", StringComparison.Ordinal))
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(f => (string)f.GetValue(null)!)];

    private static string NameOf(Type type) => type.GetCustomAttribute<CmdletAttribute>() is { } a ? $"{a.VerbName}-{a.NounName}" : "";

    private static Type TypeOf(string name) => Types.Single(t => NameOf(t) == name);
}
