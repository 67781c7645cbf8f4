using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.AppSlugs;

/// <summary>Adds a slug to an app, and uploads its archive.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppSlug", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppSlug))]
public sealed class NewChatAppSlugCommand : AppItemWriteCmdlet
{
    /// <summary>What shall run, as a hashtable of process types and commands, such as @{ web = 'bin/serve' }.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public IDictionary? ProcessTypes { get; set; }

    /// <summary>The archive, a .tgz file with the code below ./app. Left out, it has to be uploaded to the slug's BlobUrl some other way.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The commit that the code was made from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Commit { get; set; }

    /// <summary>What the commit says of itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CommitDescription { get; set; }

    /// <summary>What the code is, in a word, as buildpacks say it: Ruby, Node.js.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? BuildpackDescription { get; set; }

    /// <summary>The checksum of the archive with its kind in front, as in SHA256:…; the platform then checks what it got.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Checksum { get; set; }

    /// <summary>The operating system image that the code was made for; left out, the app's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StackCompleter))]
    public string? Stack { get; set; }

    private protected override void Process() => Guard(Path, () =>
    {
        var slug = new NewSlug
        {
            ProcessTypes = ProcessTypes!.Keys.Cast<object>().ToDictionary(Text, type => Text(ProcessTypes[type])),
            BuildpackDescription = Of(BuildpackDescription),
            Checksum = Of(Checksum),
            Commit = Of(Commit),
            CommitDescription = Of(CommitDescription),
            Stack = Of(Stack),
            Content = Path is null ? null : LocalFiles.ToUpload(LocalFiles.Resolve(this, Path)),
        };
        ForApp<IAppItemCreator<NewSlug, ChatAppSlug>>(
            slug.Content?.Name ?? "a slug", "Add slug", (slugs, app, context) => Emit(slugs.CreateAsync(app, slug, context)));
    });

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value).ToString(CultureInfo.InvariantCulture);

    // Rows and objects have empty properties for what they do not say.
    private static string? Of(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
