using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What the server lets attributes of users be, and what their values.</summary>
internal static class UserAttributeRules
{
    public const int Most = 20;

    private const int LongestName = 255;
    private const int LongestOption = 128;
    private const int LongestText = 64;

    private static readonly string[] Types = ["text", "select", "multiselect", "date", "user", "multiuser"];
    private static readonly string[] ValueTypes = ["", "email", "url", "phone"];
    private static readonly string[] Visibilities = ["hidden", "when_set", "always"];

    // Rules of access name attributes, in a language that has these words already.
    private static readonly HashSet<string> Reserved =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    ];

    public static void CheckName(string name)
    {
        if (name.Length == 0)
            throw new Problem(400, "model.property_field.is_valid.app_error", "The name is missing.");
        if (name.Length > LongestName || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw new Problem(422, "model.cpa_field.name.invalid_charset.app_error", "The name may have letters, digits and _, and begins with none of the digits.");
        if (Reserved.Contains(name))
            throw new Problem(422, "model.cpa_field.name.reserved_word.app_error", "The name means something else in rules of access.");
    }

    public static void CheckType(string? type)
    {
        if (!Types.Contains(type))
            throw new Problem(400, "model.property_field.is_valid.app_error", "There is no such type.");
    }

    /// <summary>What an attribute has beside its name and type: all that the server knows, as far as the type has a use for it.</summary>
    public static JsonObject Attrs(string type, JsonObject given, Func<string> newId)
    {
        var (visibility, valueType, managed) = (Text(given, "visibility"), Text(given, "value_type"), Text(given, "managed"));
        Need(visibility.Length == 0 || Visibilities.Contains(visibility), "The visibility is none that there is.");
        Need(type != "text" || ValueTypes.Contains(valueType), "The type of value is none that there is.");
        Need(managed is "" or "admin", "Nobody of that kind manages attributes.");
        Need(given["sort_order"] is null || given["sort_order"]!.GetValueKind() == JsonValueKind.Number, "The order is no number.");
        // What comes from the directory is nobody's to set by hand.
        var isSynced = type == "text" && managed.Length == 0;
        return new JsonObject
        {
            ["visibility"] = visibility.Length == 0 ? "when_set" : visibility,
            ["sort_order"] = given["sort_order"]?.DeepClone() ?? 0.0,
            ["options"] = type is "select" or "multiselect" ? Options(given["options"], newId) : null,
            ["value_type"] = valueType,
            ["ldap"] = isSynced ? Text(given, "ldap") : "",
            ["saml"] = isSynced ? Text(given, "saml") : "",
            ["managed"] = managed,
            ["protected"] = false,
            ["source_plugin_id"] = "",
            ["access_mode"] = "",
            ["display_name"] = Text(given, "display_name"),
        };
    }

    /// <summary>A value as it is kept.</summary>
    public static JsonNode Value(UserAttribute attribute, JsonNode? value)
    {
        var isList = attribute.Type is "multiselect" or "multiuser";
        if (isList ? value is not (null or JsonArray) : value is not null && value.GetValueKind() != JsonValueKind.String)
            throw Invalid("It is of another form.");
        var texts = isList ? (value as JsonArray ?? []).Select(item => item?.GetValueKind() == JsonValueKind.String ? item.ToString().Trim() : throw Invalid("It is no text.")).ToList()
            : [value?.ToString().Trim() ?? ""];
        foreach (var text in texts.Where(text => text.Length > 0 || isList))
            Check(attribute, text);
        return isList ? new JsonArray([.. texts.Select(text => (JsonNode)text)]) : texts[0];
    }

    private static void Check(UserAttribute attribute, string text)
    {
        switch (attribute.Type)
        {
            case "text" when text.Length > LongestText:
                throw Invalid("It is too long.");
            case "text" when attribute.Attrs.Text("value_type") == "email" && !MailAddress.TryCreate(text, out _):
                throw Invalid("It is no address.");
            case "text" when attribute.Attrs.Text("value_type") == "url" && (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0):
                throw Invalid("It is no URL.");
            case "select" or "multiselect" when !attribute.Options.Any(option => option.Text("id") == text):
                throw Invalid("There is no such option.");
            case "user" or "multiuser" when !Call.IsId(text):
                throw Invalid("It is no user's id.");
        }
    }

    private static JsonArray? Options(JsonNode? given, Func<string> newId)
    {
        if (given is null)
            return null;
        var options = (given as JsonArray ?? throw BadAttrs("The options are no list.")).Select(item => item as JsonObject ?? throw BadAttrs("An option is no object.")).ToList();
        Need(options.Count > 0, "There has to be an option.");
        Need(options.TrueForAll(option => option.Text("name") is { Length: > 0 and <= LongestOption }), "An option's name is missing or too long.");
        Need(options.DistinctBy(option => option.Text("name")).Count() == options.Count, "Two options have one name.");
        return new JsonArray([.. options.Select(option => new JsonObject
        {
            ["id"] = option.Text("id") is { Length: > 0 } id ? id : newId(),
            ["name"] = option.Text("name"),
            ["color"] = option.Text("color") ?? "",
        })]);
    }

    private static string Text(JsonObject attrs, string name) => attrs.Text(name)?.Trim() ?? "";

    private static void Need(bool isValid, string otherwise)
    {
        if (!isValid)
            throw BadAttrs(otherwise);
    }

    private static Problem BadAttrs(string what) => new(400, "app.property_field.invalid_attrs.app_error", what);

    private static Problem Invalid(string what) => new(400, "app.property_value.validate.app_error", $"The value isn't valid. {what}");
}
