import { defineConfig } from "prisma/config";

// Only `prisma generate` and a developer's own `prisma migrate diff` read this file: Greenroom applies its
// migrations itself (src/db/migrate.ts).
export default defineConfig({ schema: "prisma/schema.prisma" });
