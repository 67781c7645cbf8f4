using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Fields that administrators give every profile, and what they are of each user.</summary>
internal static class UserAttributeRoutes
{
    private const int MostValues = 50;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/custom_profile_attributes/fields", List);
        service.On("POST", "/custom_profile_attributes/fields", Create);
        service.On("PATCH", "/custom_profile_attributes/fields/{field_id}", Patch);
        service.On("DELETE", "/custom_profile_attributes/fields/{field_id}", Delete);
        service.On("GET", "/custom_profile_attributes/group", Group);
        service.On("PATCH", "/custom_profile_attributes/values", call => SetValues(call, call.Me));
        service.On("GET", "/users/{user_id}/custom_profile_attributes", ListValues);
        service.On("PATCH", "/users/{user_id}/custom_profile_attributes", call => SetValues(call, call.User()));
    }

    private static AdministrationState State(Call call) => call.State.Administration;

    private static void NeedLicense(Call call) => call.NeedLicense("app.property.license_error", status: 403);

    private static SandboxResponse List(Call call)
    {
        NeedLicense(call);
        return SandboxResponse.Json(new JsonArray([.. State(call).UserAttributes.Values
            .OrderBy(attribute => attribute.Attrs["sort_order"]!.GetValue<double>()).ThenBy(attribute => attribute.Id, StringComparer.Ordinal)
            .Select(attribute => attribute.ToJson())]));
    }

    private static SandboxResponse Group(Call call)
    {
        NeedLicense(call);
        return SandboxResponse.Json(new JsonObject { ["id"] = State(call).UserAttributeGroup });
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("property_field");
        call.NeedAdmin();
        NeedLicense(call);
        var (name, type) = (body.Text("name")?.Trim() ?? "", body.Text("type"));
        UserAttributeRules.CheckName(name);
        UserAttributeRules.CheckType(type);
        if (State(call).UserAttributes.Count >= UserAttributeRules.Most)
            throw new Problem(422, "app.property_field.create.limit_reached.app_error", "There are as many attributes as there may be.");
        NeedFree(call, name);
        var now = call.State.Now();
        var attribute = new UserAttribute
        {
            Id = call.State.NewId(),
            GroupId = State(call).UserAttributeGroup,
            Name = name,
            Type = type!,
            Attrs = UserAttributeRules.Attrs(type!, body.Object("attrs") ?? [], call.State.NewId),
            CreateAt = now,
            UpdateAt = now,
            CreatedBy = call.Me.Id,
            UpdatedBy = call.Me.Id,
        };
        State(call).UserAttributes.Add(attribute.Id, attribute);
        return SandboxResponse.Json(attribute.ToJson(), 201);
    }

    private static void NeedFree(Call call, string name)
    {
        if (State(call).UserAttributes.Values.Any(attribute => attribute.Name == name))
            throw new Problem(409, "app.property_field.create.name_conflict.app_error", "Another attribute has the name.");
    }

    private static UserAttribute Found(Call call)
    {
        var id = call.Id("field_id");
        NeedLicense(call);
        return State(call).UserAttributes.GetValueOrDefault(id) ?? throw new Problem(404, "app.property_field.not_found.app_error", "There is no such attribute.");
    }

    private static SandboxResponse Patch(Call call)
    {
        var body = call.Body("property_field_patch");
        var attribute = Found(call);
        if (!call.Me.IsAdmin)
            throw new Problem(403, "api.property_field.update.no_field_permission.app_error", "The account may not change the attribute.");
        var (name, type) = (body.Text("name")?.Trim() ?? attribute.Name, body.Text("type") ?? attribute.Type);
        if (name != attribute.Name)
        {
            UserAttributeRules.CheckName(name);
            NeedFree(call, name);
        }
        UserAttributeRules.CheckType(type);
        // Of what stands beside name and type, that stays which is not given.
        var attrs = (JsonObject)attribute.Attrs.DeepClone();
        foreach (var (key, value) in body.Object("attrs") ?? [])
            attrs[key] = value?.DeepClone();
        attribute.Attrs = UserAttributeRules.Attrs(type, attrs, call.State.NewId);
        // What was said in answer to another question is no answer.
        if (type != attribute.Type)
            State(call).ForgetUserAttribute(attribute.Id);
        (attribute.Name, attribute.Type, attribute.UpdateAt, attribute.UpdatedBy) = (name, type, call.State.Now(), call.Me.Id);
        return SandboxResponse.Json(attribute.ToJson());
    }

    private static SandboxResponse Delete(Call call)
    {
        var attribute = Found(call);
        if (!call.Me.IsAdmin)
            throw new Problem(403, "api.property_field.delete.no_permission.app_error", "The account may not delete the attribute.");
        State(call).UserAttributes.Remove(attribute.Id);
        State(call).ForgetUserAttribute(attribute.Id);
        return Call.Ok();
    }

    private static SandboxResponse ListValues(Call call)
    {
        var user = call.User();
        NeedLicense(call);
        return SandboxResponse.Json(new JsonObject(State(call).UserAttributeValuesOf(user).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone()))));
    }

    private static SandboxResponse SetValues(Call call, User user)
    {
        var body = call.Body("value");
        call.NeedSelf(user);
        NeedLicense(call);
        if (body.Count == 0)
            throw new Problem(400, "api.property_value.patch.empty_body.app_error", "No value was given.");
        if (body.Count > MostValues)
            throw new Problem(400, "api.property_value.patch.too_many_items.request_error", "These are too many values.");
        var values = new JsonObject();
        foreach (var (id, value) in body)
        {
            if (!Call.IsId(id))
                throw new Problem(400, "api.property_value.patch.invalid_field_id.app_error", "That is no attribute's id.");
            var attribute = State(call).UserAttributes.GetValueOrDefault(id)
                ?? throw new Problem(404, "api.property_value.patch.field_not_found.app_error", "There is no such attribute.");
            if (attribute.IsManaged && !call.Me.IsAdmin)
                throw new Problem(403, "api.property_value.patch.no_values_permission.app_error", "Only administrators say what this is.");
            if (attribute.Attrs.Text("ldap") is { Length: > 0 } || attribute.Attrs.Text("saml") is { Length: > 0 })
                throw new Problem(403, "app.property.sync_lock.app_error", "What this is comes from elsewhere.");
            values[id] = UserAttributeRules.Value(attribute, value);
        }
        // All of them are right, or none is kept.
        foreach (var (id, value) in values)
            State(call).UserAttributeValuesOf(user)[id] = value!;
        return SandboxResponse.Json(values.DeepClone().AsObject());
    }
}
