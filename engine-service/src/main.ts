import { ten } from "@firstmatch/shared-types";
import express from "express";
export const app = express();
console.log(ten);
