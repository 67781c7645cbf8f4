using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Xml.Linq;
using ChatPS.Client.Platforms;
using ChatPS.Common;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Conventions;

/// <summary>The house rules of the public objects and of the layers beneath the cmdlets.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Objects = [.. typeof(ChatObject).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(ChatObject)))];

    public static TheoryData<string> Names => [.. Objects.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Objects_are_sealed_snapshots(string name)
    {
        var type = TypeOf(name);
        Assert.True(type.IsSealed);
        Assert.All(type.GetProperties(), p => Assert.True(
            p.SetMethod is null || p.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0 || !p.SetMethod.IsPublic, p.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_id_is_also_there_under_the_name_others_bind(string name)
    {
        var type = TypeOf(name);
        if (type.GetProperty("Id") is not null)
            Assert.NotNull(type.GetProperty(name["Chat".Length..] + "Id"));
    }

    [Fact]
    public void Lists_can_be_indexed_in_scripts()
    {
        var lists = typeof(ChatObject).Assembly.GetExportedTypes().SelectMany(t => t.GetProperties())
            .Where(p => p is { CanWrite: true, PropertyType.IsGenericType: true } && p.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
        Assert.All(lists, p =>
        {
            // As it comes of a collection expression: to the engine [0] of such a list is the list.
            var list = Activator.CreateInstance(typeof(System.Collections.ObjectModel.ReadOnlyCollection<>).MakeGenericType(p.PropertyType.GenericTypeArguments),
                Array.CreateInstance(p.PropertyType.GenericTypeArguments[0], 1));
            var item = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(p.DeclaringType!);
            p.SetValue(item, list);
            Assert.Equal("TextList`1", p.GetValue(item)!.GetType().Name);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_writes_an_object_as_JSON_gets_no_session(string name) => Assert.DoesNotContain(
        TypeOf(name).GetProperties().Select(p => p.PropertyType).Concat(TypeOf(name).GetFields().Select(f => f.FieldType)), t => t == typeof(ChatSession));

    [Theory]
    [MemberData(nameof(Names))]
    public void Objects_have_a_table_and_a_list_that_leave_the_session_out(string name)
    {
        var views = Directory.GetFiles(Path.Combine(StagedModule.Folder, "Formats"))
            .SelectMany(f => XDocument.Load(f).Descendants("View"))
            .SelectMany(v => v.Descendants("TypeName").Select(t => (Type: t.Value, View: v)))
            // A view may be for one platform's objects of a type: ChatPS.ChatProcess#Hathora.
            .Where(v => v.Type.Split('#')[0] == "ChatPS." + name)
            .ToLookup(v => v.Type, v => v.View);
        Assert.True(views.Contains("ChatPS." + name));
        Assert.All(views, ofType =>
        {
            Assert.Contains(ofType, v => v.Element("TableControl") is not null);
            Assert.Contains(ofType, v => v.Element("ListControl") is not null);
        });
        Assert.All(views.SelectMany(ofType => ofType).SelectMany(v => v.Descendants("PropertyName")), p =>
        {
            Assert.NotNull(TypeOf(name).GetProperty(p.Value));
            Assert.NotEqual("Session", p.Value);
        });
    }

    [Fact]
    public void Every_view_is_read_by_the_engine()
    {
        var files = Directory.GetFiles(Path.Combine(StagedModule.Folder, "Formats"));
        Assert.All(files, f => Assert.NotEmpty(new FormatTable([f]).ToString()!));
    }

    [Fact]
    public void Dependencies_point_downwards()
    {
        string[] Of(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!)];

        Assert.DoesNotContain(Of(typeof(ChatObject).Assembly), n => n.StartsWith("ChatPS", StringComparison.Ordinal) || n is "RestSharp" or "Polly.Core" or "System.Management.Automation");
        Assert.DoesNotContain(Of(typeof(Platform).Assembly), n => n is "System.Management.Automation" or "ChatPS" or "ChatPS.Sandbox");
        Assert.DoesNotContain(Of(typeof(SandboxServer).Assembly), n => n is "ChatPS.Client" or "ChatPS" or "System.Management.Automation" or "RestSharp");
        Assert.DoesNotContain(Of(typeof(ChatCmdlet).Assembly), n => n is "RestSharp" or "Polly.Core");
    }

    [Fact]
    public void A_capability_belongs_to_one_resource_of_a_platform()
    {
        foreach (var platform in PlatformRegistry.All)
        {
            var interfaces = platform.Resources.SelectMany(r => r.GetInterfaces()).Where(i => i.Namespace == "ChatPS.Client.Capabilities").ToArray();
            // What others extend is not looked for itself.
            var capabilities = interfaces.Except(interfaces.SelectMany(i => i.GetInterfaces())).ToHashSet();
            Assert.Empty(interfaces.Where(capabilities.Contains).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key.Name));
        }
    }

    private static Type TypeOf(string name) => Objects.Single(t => t.Name == name);
}
