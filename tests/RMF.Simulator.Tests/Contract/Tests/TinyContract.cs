namespace RMF.Simulator.Tests.Contract;

/// <summary>A small document and answers of our own, to judge the judge with.</summary>
internal static class TinyContract
{
    public const string Text = """
        {
          "paths": {
            "/boats": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/allBoats" } } } } } } },
            "/boats/{id}": {
              "parameters": [],
              "get": { "responses": {
                "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/oneBoat" } } } },
                "404": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/fault" } } } } } },
              "post": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/boatTask" } } } } } }
            },
            "/boats/mine": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/fault" } } } } } } }
          },
          "components": { "schemas": {
            "allBoats": { "type": "object", "properties": { "array": { "type": "array", "items": { "$ref": "#/components/schemas/boats" } } } },
            "oneBoat": { "type": "object", "properties": {
              "data": { "$ref": "#/components/schemas/boats" },
              "tasks": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } } } },
            "boats": { "type": "object", "properties": {
              "id": { "type": "string", "format": "guid", "readOnly": true },
              "built": { "type": "string", "format": "date-time-fraction" },
              "length": { "type": "number", "format": "double" },
              "masts": { "type": "integer" },
              "afloat": { "type": "boolean" },
              "rig": { "type": "string", "enum": ["Sloop", "Ketch"] },
              "sails": { "type": "array", "readOnly": true, "items": { "$ref": "#/components/schemas/sails" } },
              "colours": { "type": "array", "items": { "type": "string" } },
              "relations": { "type": "object", "properties": { "self": { "type": "object", "properties": { "type": { "type": "string" } } } } } } },
            "sails": { "type": "object", "properties": {
              "area": { "type": "integer" },
              "relations": { "type": "object", "properties": { "self": { "type": "object", "properties": { "type": { "type": "string" } } } } } } },
            "boatTask": { "type": "object", "properties": { "result": { "type": "object", "oneOf": [
              { "$ref": "#/components/schemas/hoistServerTask" }, { "$ref": "#/components/schemas/serverTask" } ] } } },
            "hoistServerTask": { "type": "object", "properties": { "knots": { "type": "integer" }, "state": { "type": "string" } } },
            "serverTask": { "type": "object", "properties": { "state": { "type": "string" } } },
            "fault": { "type": "object", "properties": { "httpCode": { "type": "integer" } } }
          } }
        }
        """;

    public const string Boat = """
        {"id":"1b9d9d0f-6d55-4c3c-9f41-0d7d2c2c7f10","built":"2024-05-01T00:00:00.0000000Z","length":9.5,"masts":1,"afloat":true,"rig":"Sloop","colours":["red","white"],"relations":{"self":{"type":"boats"}}}
        """;

    public static Exchange Get(string path, string body, string query = "", int status = 200) =>
        new("tiny", "GET", path, query, status, "application/json", body);

    public static Exchange OneBoat(string boat, string query = "") => Get("/boats/7", $$"""{"data":{{boat}}}""", query);

    public static Exchange TaskOf(string task, string result) =>
        new("tiny", "POST", "/boats/7", "task=" + task, 200, "application/json", $$"""{"result":{{result}}}""");

    public static IReadOnlyList<Finding> Judge(Exchange exchange, params Deviation[] rows)
    {
        using var document = ContractDocument.Parse(Text);
        return new ContractCheck(document, new DeviationTable(rows)).Judge(exchange);
    }
}
