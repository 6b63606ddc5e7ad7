// Validates an OpenAPI document with the real specification's schema: node openapi.mjs URL → one JSON object.
import { Validator } from '@seriousme/openapi-schema-validator';

const document = await (await fetch(process.argv[2])).json();
const validator = new Validator();
const result = await validator.validate(document);
let unresolved = null;
try {
  validator.resolveRefs({ specification: document });
} catch (error) {
  unresolved = String(error);
}

console.log(JSON.stringify({ valid: result.valid, errors: result.errors ?? [], version: validator.version, unresolved }));
