using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppReleases;

/// <summary>Has an app run a slug, or the image of a container.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppRelease", SupportsShouldProcess = true, DefaultParameterSetName = SlugSet)]
[OutputType(typeof(ChatAppRelease))]
public sealed class NewChatAppReleaseCommand : AppItemWriteCmdlet
{
    private const string SlugSet = "Slug";
    private const string ImageSet = "Image";

    /// <summary>The id of the slug to run; it may be another app's that you have access to.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = SlugSet)]
    [Alias("SlugId", "AppSlugId")]
    [ValidateNotNullOrEmpty]
    public string? Slug { get; set; }

    /// <summary>The container's image to run: its id or digest.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImageSet)]
    [Alias("OciImage")]
    [ValidateNotNullOrEmpty]
    public string? Image { get; set; }

    /// <summary>What the release changes, for those who read the list of releases. Left out, the platform writes something itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    private protected override void Process()
    {
        var release = new NewRelease { Slug = Slug, Image = Image, Description = string.IsNullOrEmpty(Description) ? null : Description };
        ForApp<IAppItemCreator<NewRelease, ChatAppRelease>>(
            null, $"Release {Slug ?? Image}", (releases, app, context) => Emit(releases.CreateAsync(app, release, context)));
    }
}
