using System.Management.Automation;
using System.Text.Json;
using ChatPS.Client.Sessions;

namespace ChatPS.Common;

/// <summary>Shows on an emitted object what its class has no property for.</summary>
internal static class ObjectWriter
{
    public static PSObject Complete(ChatObject item)
    {
        if (item is ChatRoom or ChatTeam or ChatUser && item.Session.Connection is Connection connection)
            connection.Seen.Add(item.GetType().Name, item.ToString()!);
        var result = PSObject.AsPSObject(item);
        foreach (var (wireName, value) in item.Unnamed ?? Empty)
        {
            var name = JsonObjects.PropertyName(wireName);
            if (name.Length > 0 && result.Properties[name] is null)
                result.Properties.Add(new PSNoteProperty(name, JsonObjects.FromJson(value)), preValidated: true);
        }
        return result;
    }

    private static readonly Dictionary<string, JsonElement> Empty = [];
}
