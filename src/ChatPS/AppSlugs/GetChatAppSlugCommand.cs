using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AppSlugs;

/// <summary>Gets slugs of apps by their ids.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppSlug", SupportsPaging = true)]
[OutputType(typeof(ChatAppSlug))]
public sealed class GetChatAppSlugCommand : AppItemGetCmdlet
{
    /// <summary>The slugs: ids or objects. Heroku lists none; releases and builds tell the ids, and piped in they are enough.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppSlugId", "SlugId")]
    public SlugIdentity[]? Slug { get; set; }

    private protected override void Process() => WriteItems<ChatAppSlug>(Slug, slug => [slug.Id]);
}
