using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Fields that administrators give every profile. The API calls them custom profile attributes.</summary>
internal sealed class MattermostUserAttributes(Connection connection) : Resource(connection), IItemReader<ChatUserAttribute>,
    IItemCreator<UserAttributeChange, ChatUserAttribute>, IItemEditor<UserAttributeChange, ChatUserAttribute>, IItemRemover<ChatUserAttribute>
{
    // To the server they are texts that have to look like something.
    private static readonly string[] KindsOfText = ["email", "url", "phone"];

    public IAsyncEnumerable<ChatUserAttribute> ListAsync(PageWindow window, CallContext context) =>
        List(Call(ListAllCPAFields), window, MattermostJson.Default.PropertyField, ToAttribute, context);

    public async Task<ChatUserAttribute> GetAsync(string item, CallContext context) => ToAttribute(await FindAsync(item, context).ConfigureAwait(false));

    public Task<ChatUserAttribute> CreateAsync(UserAttributeChange item, CallContext context) => SendAsync(
        Call(CreateCPAField).Body("name", item.Name).Body("type", TypeOf(item.Type)).Body("attrs", Changed([], item)),
        MattermostJson.Default.PropertyField, ToAttribute, context);

    public async Task<ChatUserAttribute> UpdateAsync(string item, UserAttributeChange change, CallContext context)
    {
        var known = await FindAsync(item, context).ConfigureAwait(false);
        var attrs = known.Attrs ?? [];
        var changed = Changed(attrs, change);
        return await SendAsync(
            Call(PatchCPAField).Path("field_id", known.Id)
                .Body("name", change.Name)
                .Body("type", TypeOf(change.Type))
                // Of what stands in there, older servers forget what they are not sent again.
                .Body("attrs", JsonNode.DeepEquals(attrs, changed) ? null : changed),
            MattermostJson.Default.PropertyField, ToAttribute, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string item, CallContext context) => await SendAsync(
        Call(DeleteCPAField).Path("field_id", MattermostNames.IsId(item) ? item : (await FindAsync(item, context).ConfigureAwait(false)).Id), context).ConfigureAwait(false);

    /// <summary>What is said to whoever names an attribute that is not there.</summary>
    public static ChatException None(string name) => new(ChatErrorReason.NotFound, $"There is no user attribute '{name}'.")
    {
        Advice = "Get-ChatUserAttribute lists those that there are.",
    };

    /// <summary>Whether an attribute goes by an id or a name.</summary>
    public static bool IsCalled(string item, string id, string name, string? displayName) =>
        id == item || name.Equals(item, StringComparison.OrdinalIgnoreCase) || displayName?.Equals(item, StringComparison.OrdinalIgnoreCase) == true;

    private Task<Wire.PropertyField> FindAsync(string item, CallContext context) =>
        List(Call(ListAllCPAFields), PageWindow.All, MattermostJson.Default.PropertyField, field => field, context)
            .FindAsync(field => IsCalled(item, field.Id, field.Name, Text(field, "display_name")), () => None(item));

    private static string? TypeOf(string? type) => KindsOfText.Contains(type, StringComparer.OrdinalIgnoreCase) ? "text" : type?.ToLowerInvariant();

    private static JsonObject Changed(JsonObject attrs, UserAttributeChange change)
    {
        var result = (JsonObject)attrs.DeepClone();
        if (change.Type is { } type)
            result["value_type"] = KindsOfText.Contains(type, StringComparer.OrdinalIgnoreCase) ? type.ToLowerInvariant() : "";
        if (change is not { Options: null, AddedOptions: null, RemovedOptions: null })
            result["options"] = Options(attrs["options"] as JsonArray ?? [], change);
        if (change.Managed is { } managed)
            result["managed"] = managed ? "admin" : "";
        if (change.Visibility is { } visibility)
            result["visibility"] = visibility.ToLowerInvariant();
        if (change.Order is { } order)
            result["sort_order"] = order;
        Set("display_name", change.DisplayName);
        Set("ldap", change.LdapAttribute);
        Set("saml", change.SamlAttribute);
        return result;

        void Set(string name, Given<string> value)
        {
            if (value.IsGiven)
                result[name] = value.Value ?? "";
        }
    }

    // Options that stay keep their ids, by which people have chosen them.
    private static JsonArray Options(JsonArray known, UserAttributeChange change)
    {
        var byName = known.OfType<JsonObject>().ToDictionary(option => $"{option["name"]}", StringComparer.OrdinalIgnoreCase);
        var names = (change.Options ?? [.. byName.Keys]).Concat(change.AddedOptions ?? []).Distinct(StringComparer.OrdinalIgnoreCase);
        return new JsonArray([.. names.Except(change.RemovedOptions ?? [], StringComparer.OrdinalIgnoreCase)
            .Select(name => byName.TryGetValue(name, out var option) ? option.DeepClone() : new JsonObject { ["name"] = name })]);
    }

    private static string? Text(Wire.PropertyField field, string name) =>
        field.Attrs?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? Filled(value.GetValue<string>()) : null;

    private ChatUserAttribute ToAttribute(Wire.PropertyField field) => new()
    {
        Session = Connection.Session,
        Unnamed = field.Unnamed,
        Id = field.Id,
        Name = field.Name,
        DisplayName = Text(field, "display_name"),
        Type = field.Type == "text" ? Text(field, "value_type") ?? field.Type : field.Type,
        Options = [.. (field.Attrs?["options"] as JsonArray ?? []).OfType<JsonObject>().Select(option => new ChatUserAttributeOption
        {
            Id = $"{option["id"]}",
            Name = $"{option["name"]}",
            Color = Filled($"{option["color"]}"),
        })],
        IsManaged = Text(field, "managed") == "admin",
        Visibility = Text(field, "visibility"),
        Order = field.Attrs?["sort_order"] is JsonValue order && order.GetValueKind() == JsonValueKind.Number ? order.GetValue<double>() : 0,
        LdapAttribute = Text(field, "ldap"),
        SamlAttribute = Text(field, "saml"),
        CreatedAt = MattermostTime.Read(field.CreateAt),
        UpdatedAt = MattermostTime.Read(field.UpdateAt),
    };
}
