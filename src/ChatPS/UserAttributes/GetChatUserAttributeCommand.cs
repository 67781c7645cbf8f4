using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Gets the attributes that administrators have given all users beside those that the platform has of its own.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUserAttribute", SupportsPaging = true)]
[OutputType(typeof(ChatUserAttribute))]
public sealed class GetChatUserAttributeCommand : GetCmdlet
{
    /// <summary>The attributes: ids, names, patterns or objects. Left out, all, in the order of profiles.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttributeId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserAttributeCompleter))]
    public UserAttributeIdentity[]? UserAttribute { get; set; }

    private protected override void Process() =>
        WriteItemsOf<ChatUserAttribute>(UserAttribute, attribute => [attribute.Name, attribute.DisplayName]);
}
