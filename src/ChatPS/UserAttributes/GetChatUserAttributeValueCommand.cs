using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Gets what attributes are of users: those that something was said of.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUserAttributeValue")]
[OutputType(typeof(ChatUserAttributeValue))]
public sealed class GetChatUserAttributeValueCommand : SessionCmdlet
{
    private readonly Dictionary<IUserAttributeValues, IReadOnlyList<ChatUserAttribute>> _attributes = [];

    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user. Left out, yourself.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The only attributes that are wanted: ids, names, patterns or objects. Left out, all.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserAttributeCompleter))]
    public UserAttributeIdentity[]? UserAttribute { get; set; }

    private protected override void Process()
    {
        var users = User ?? [new UserIdentity(UserRef.Me.Value)];
        foreach (var ofOneSession in users.GroupBy(user => user.Session))
        {
            Guard(ofOneSession.First(), () =>
            {
                var values = Require<IUserAttributeValues>(ofOneSession.First());
                if (!_attributes.TryGetValue(values, out var attributes))
                    _attributes[values] = attributes = Await(values.AttributesAsync(Context));
                Await(values.PrepareAsync([.. ofOneSession.Select(user => user.Ref)], Context));
                foreach (var user in ofOneSession)
                    Guard(user, () => WriteValues(Await(values.ReadAsync(user.Ref, attributes, Context))));
            });
        }
    }

    private void WriteValues(IReadOnlyList<ChatUserAttributeValue> values)
    {
        foreach (var value in values.Where(value => UserAttribute is null || UserAttribute.Any(wanted => wanted.Fits(value.Name, value.UserAttributeId))))
            Write(value);
    }
}
