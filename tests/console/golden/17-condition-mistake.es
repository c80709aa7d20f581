 cclite  … › vip › Condición       Dana Hill  administración  en vivo  14:32:07
── Condición ───────────────────────────────────────────────────────────────────
  todo de
     caller in vip
▌    hour >
     algo de
        queue(support).waiting < 5
        hour >= 18






── Qué se puede preguntar ──────────────────────────────────────────────────────
 Carácter 7: Continúe: aquí falta algo que comparar.
 caller                     el número de quien llama; "" si está oculto
 called                     el número llamado
 trunk                      el nombre del enlace troncal por el que llegó la ll…
 entry                      el nombre de la entrada que atiende el número llama…
 language                   el idioma del contacto: "en", "es" o "cs"
 hour                       la hora, de 0 a 23

 Enter guardar  Tab completar  Esc salir  F1 ayuda
