using System.Management.Automation;
using System.Text.Json;
using ChatPS.Client.Sessions;

namespace ChatPS.Common;

/// <summary>Shows on an emitted object what its class has no property for.</summary>
internal static class ObjectWriter
{
    public static PSObject Complete(ChatObject item)
    {
        if (item.ShownAs is { } name && item.Session.Connection is Connection connection)
            connection.Seen.Add(item.GetType().Name, name);
        var result = PSObject.AsPSObject(item);
        if (item.HasViewsOfPlatforms)
            Name(result, $"{item.GetType()}#{item.Platform}");
        foreach (var (wireName, value) in item.Unnamed ?? Empty)
        {
            var property = JsonObjects.PropertyName(wireName);
            if (property.Length > 0 && result.Properties[property] is null)
                result.Properties.Add(new PSNoteProperty(property, JsonObjects.FromJson(value)), preValidated: true);
        }
        return result;
    }

    // Views are found by it before those of the type.
    private static void Name(PSObject item, string type)
    {
        if (item.TypeNames[0] != type)
            item.TypeNames.Insert(0, type);
    }

    private static readonly Dictionary<string, JsonElement> Empty = [];
}
