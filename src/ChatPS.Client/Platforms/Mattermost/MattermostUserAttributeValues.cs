using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What the fields of all profiles are of each user. The server knows options and people by their ids, and people by their names.</summary>
internal sealed class MattermostUserAttributeValues(Connection connection) : MattermostResource(connection), IUserAttributeValues
{
    public async Task<IReadOnlyList<ChatUserAttribute>> AttributesAsync(CallContext context)
    {
        var attributes = new List<ChatUserAttribute>();
        await foreach (var attribute in Connection.Get<MattermostUserAttributes>().ListAsync(PageWindow.All, context).ConfigureAwait(false))
            attributes.Add(attribute);
        return attributes;
    }

    public override async Task PrepareAsync(IReadOnlyList<UserRef> users, CallContext context)
    {
        await base.PrepareAsync(users, context).ConfigureAwait(false);
        await LearnNamesAsync(users.Where(user => user.UserName is null).Select(user => user.Value).Where(MattermostNames.IsId), context).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ChatUserAttributeValue>> ReadAsync(UserRef user, IReadOnlyList<ChatUserAttribute> attributes, CallContext context)
    {
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        var values = await ReadAsync(Call(ListCPAValues).Path("user_id", id), MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
        return [.. (await ToValuesAsync(id, user, attributes, values, context).ConfigureAwait(false)).Where(value => value.Value is not null)];
    }

    public async Task<IReadOnlyList<ChatUserAttributeValue>> SetAsync(
        UserRef user, IReadOnlyList<ChatUserAttribute> attributes, IReadOnlyDictionary<string, IReadOnlyList<string>> values, CallContext context)
    {
        var meant = values.Select(pair => Find(attributes, pair.Key) is var attribute ? (Attribute: attribute, Texts: Several(attribute, pair.Value)) : default).ToList();
        await Names.LearnUsersAsync(meant.Where(value => IsOfUsers(value.Attribute)).SelectMany(value => value.Texts), context).ConfigureAwait(false);
        var content = new JsonObject();
        foreach (var (attribute, texts) in meant)
            content[attribute.Id] = await ToNodeAsync(attribute, texts, context).ConfigureAwait(false);
        var id = await Names.UserIdAsync(user.Value, context).ConfigureAwait(false);
        var call = user.IsMe ? Call(PatchCPAValues) : Call(PatchCPAValuesForUser).Path("user_id", id);
        var set = await ReadAsync(call.Content(content), MattermostJson.Default.JsonObject, context).ConfigureAwait(false);
        return await ToValuesAsync(id, user, attributes, set, context).ConfigureAwait(false);
    }

    private static bool IsOfUsers(ChatUserAttribute attribute) => attribute.Type is "user" or "multiuser";

    private static bool IsList(ChatUserAttribute attribute) => attribute.Type is "multiselect" or "multiuser";

    private static ChatUserAttribute Find(IReadOnlyList<ChatUserAttribute> attributes, string name) =>
        attributes.FirstOrDefault(attribute => MattermostUserAttributes.IsCalled(name, attribute.Id, attribute.Name, attribute.DisplayName))
            ?? throw MattermostUserAttributes.None(name);

    private async Task<JsonNode> ToNodeAsync(ChatUserAttribute attribute, IReadOnlyList<string> texts, CallContext context)
    {
        if (!IsList(attribute) && texts.Count > 1)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"The user attribute {attribute.Name} has one value, and {texts.Count} were given.")
            {
                Advice = "Give one value. Attributes of the types multiselect and multiuser take several.",
            };
        var meant = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            meant.Add(attribute.Type switch
            {
                "select" or "multiselect" => OptionIdOf(attribute, text),
                "user" or "multiuser" => await Names.UserIdAsync(text, context).ConfigureAwait(false),
                _ => text,
            });
        }
        return IsList(attribute) ? new JsonArray([.. meant.Select(text => (JsonNode)text)]) : meant.Count == 0 ? "" : meant[0];
    }

    // The cell of a table has several with commas between them.
    private static IReadOnlyList<string> Several(ChatUserAttribute attribute, IReadOnlyList<string> texts) =>
        IsList(attribute) && texts is [var cell] && OptionOf(attribute, cell) is null
            ? cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : texts;

    private static ChatUserAttributeOption? OptionOf(ChatUserAttribute attribute, string text) =>
        attribute.Options.FirstOrDefault(option => option.Name == text || option.Id == text)
        ?? attribute.Options.FirstOrDefault(option => option.Name.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static string OptionIdOf(ChatUserAttribute attribute, string text) =>
        OptionOf(attribute, text)?.Id ?? throw new ChatException(ChatErrorReason.InvalidRequest, $"The user attribute {attribute.Name} has no option '{text}'.")
        {
            Advice = $"It has: {attribute.Options}. Set-ChatUserAttribute {attribute.Name} -AddOption adds to them.",
        };

    private async Task<IReadOnlyList<ChatUserAttributeValue>> ToValuesAsync(
        string userId, UserRef user, IReadOnlyList<ChatUserAttribute> attributes, JsonObject values, CallContext context)
    {
        var known = attributes.Where(attribute => values.ContainsKey(attribute.Id)).ToList();
        await LearnNamesAsync(
            known.Where(IsOfUsers).SelectMany(attribute => Texts(values[attribute.Id])).Concat(MattermostNames.NameOf(user) is null ? [userId] : []), context).ConfigureAwait(false);
        return [.. known.Select(attribute => new ChatUserAttributeValue
        {
            Session = Connection.Session,
            UserId = userId,
            UserName = MattermostNames.NameOf(user) ?? NameOf(userId, context),
            UserAttributeId = attribute.Id,
            Name = attribute.Name,
            Type = attribute.Type,
            Value = ToValue(attribute, Texts(values[attribute.Id]), context),
        })];
    }

    // What an option or a user of old was called nobody tells any more.
    private object? ToValue(ChatUserAttribute attribute, IReadOnlyList<string> texts, CallContext context)
    {
        string[] shown = [.. texts.Select(text => attribute.Type switch
        {
            "select" or "multiselect" => attribute.Options.FirstOrDefault(option => option.Id == text)?.Name ?? text,
            "user" or "multiuser" => NameOf(text, context) ?? text,
            _ => text,
        })];
        return shown.Length == 0 ? null : IsList(attribute) ? Lists.Indexable(shown) : shown[0];
    }

    private static string[] Texts(JsonNode? value) => value switch
    {
        JsonArray list => [.. list.Select(item => $"{item}")],
        JsonValue one when one.GetValueKind() != JsonValueKind.Null && one.ToString() is { Length: > 0 } text => [text],
        _ => [],
    };
}
