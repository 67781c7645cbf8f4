using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Says what attributes are of users. What is piped for a user goes out in one request.</summary>
[Cmdlet(VerbsCommon.Set, "ChatUserAttributeValue", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUserAttributeValue))]
public sealed class SetChatUserAttributeValueCommand : WriteCmdlet
{
    // As many as a platform looks up with one request.
    private const int MostGathered = 200;

    private readonly List<UserValues> _gathered = [];

    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user. Left out, yourself.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>The attribute: its id, its name or the object. Left out where -Value is a hashtable.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttributeId", "Attribute")]
    [ArgumentCompleter(typeof(UserAttributeCompleter))]
    public UserAttributeIdentity? UserAttribute { get; set; }

    /// <summary>
    /// The value: a text, a date, the name of an option, a user; several of them where the attribute takes several. $null or an empty text takes it
    /// away. Or a hashtable of attributes and their values, such as @{ Department = 'Engineering'; Skills = 'Go', 'C#' }.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>Emits the values as they were set.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var values = Values();
        foreach (var user in User ?? [new UserIdentity(UserRef.Me.Value)])
        {
            Guard(user, () =>
            {
                var writer = Require<IUserAttributeValues>(OwnerOf(user, UserAttribute));
                if (Should($"{string.Join(", ", values.Keys)} of {user.Display}", "Set user attribute"))
                    Gather(writer, user, values);
            });
        }
    }

    private protected override void Last() => Flush();

    private Dictionary<string, IReadOnlyList<string>> Values()
    {
        var value = Value is PSObject wrapped and not { BaseObject: PSCustomObject } ? wrapped.BaseObject : Value;
        if (value is IDictionary map)
        {
            if (UserAttribute is not null)
                throw new ChatException(ChatErrorReason.InvalidRequest, "A hashtable names the attributes itself.") { Advice = "Leave -UserAttribute out, or give the value alone." };
            if (map.Count == 0)
                throw new ChatException(ChatErrorReason.InvalidRequest, "The hashtable is empty.") { Advice = "Give at least one attribute with its value." };
            return map.Keys.Cast<object>().ToDictionary(JsonValues.ToText, key => Texts(map[key]), StringComparer.OrdinalIgnoreCase);
        }
        return UserAttribute is null
            ? throw new ChatException(ChatErrorReason.InvalidRequest, "Which attribute has the value was not said.") { Advice = "Give -UserAttribute, or a hashtable as -Value." }
            : new(StringComparer.OrdinalIgnoreCase) { [UserAttribute.Literal] = Texts(value) };
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        PSObject wrapped and not { BaseObject: PSCustomObject } => Texts(wrapped.BaseObject),
        null or "" => [],
        // The server has days and no times.
        DateTime day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateTimeOffset day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        ChatObject user => [new UserIdentity(user).Value],
        string or IFormattable => [JsonValues.ToText(value)],
        IEnumerable list => [.. list.Cast<object?>().SelectMany(Texts)],
        _ => [JsonValues.ToText(value)],
    };

    // Rows of one user need not come one after the other.
    private void Gather(IUserAttributeValues writer, UserIdentity user, Dictionary<string, IReadOnlyList<string>> values)
    {
        var own = _gathered.Find(known => known.Writer == writer && known.User.Value.Equals(user.Value, StringComparison.OrdinalIgnoreCase));
        if (own is null)
        {
            if (_gathered.Count >= MostGathered)
                Flush();
            _gathered.Add(own = new(writer, user));
        }
        foreach (var (attribute, texts) in values)
            own.Values[attribute] = texts;
    }

    private void Flush()
    {
        var wanted = PassThru.IsPresent;
        UserValues[] gathered = [.. _gathered];
        _gathered.Clear();
        foreach (var ofOneServer in gathered.GroupBy(own => own.Writer))
        {
            IReadOnlyList<ChatUserAttribute> attributes;
            try
            {
                attributes = Await(ofOneServer.Key.AttributesAsync(Context));
                Await(ofOneServer.Key.PrepareAsync([.. ofOneServer.Select(own => own.User.Ref)], Context));
            }
            catch (ChatException e)
            {
                foreach (var own in ofOneServer)
                    Report(e, own.User);
                continue;
            }
            foreach (var own in ofOneServer)
                Submit(own.User, context => Emit(own.Writer.SetAsync(own.User.Ref, attributes, own.Values, context), wanted));
        }
    }

    private sealed record UserValues(IUserAttributeValues Writer, UserIdentity User)
    {
        public Dictionary<string, IReadOnlyList<string>> Values { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
